/** Stylesheets are imported as text: see `loader` in the configs. */
declare module '*.css' {
  const text: string;
  export default text;
}
