/** Stylesheets are imported for what the build does with them: it lists them in the remote's entry. */
declare module '*.css';
