const line = 'fill="none" stroke-linecap="round"';

/** On a square of 96 × 96. */
const drawings = {
  tray:
    '<path d="M12 58h72l-7 14H19z" fill="#a8743f"/><path d="M8 50h80v8H8z" fill="#c9955a"/><path d="M8 50h80v2.5H8z" fill="#e0b27b"/>' +
    `<path d="M22 54.5h22M52 55h20" stroke="#8a5c2e" stroke-width="1.2" ${line}/><path d="M34 66h28" stroke="#7d5128" stroke-width="1.5" ${line}/>`,
  cloth:
    '<path d="M18 34q30-9 60 0v34q-30 9-60 0z" fill="#d9cbb3"/><path d="M18 34q30-9 60 0v9q-30-9-60 0z" fill="#ece1cd"/>' +
    `<path d="M18 52q30-8 60 0M18 57q30-8 60 0" stroke="#7f93a0" stroke-width="2" ${line}/><path d="M18 68q30 9 60 0v4q-30 9-60 0z" fill="#bfae92"/>`,
  candle:
    '<path d="M34 40h28v38H34z" fill="#e3b04b"/><path d="M34 40h9v38h-9z" fill="#f3cd7c"/><ellipse cx="48" cy="40" rx="14" ry="4" fill="#f6dc9f"/>' +
    `<path d="M48 40v-7" stroke="#4a3726" stroke-width="2" ${line}/><path d="M48 14c8 9 8 17 0 20c-8-3-8-11 0-20z" fill="#e8772e"/><path d="M48 22c4 5 4 9 0 11c-4-2-4-6 0-11z" fill="#fbd872"/>`,
  tea:
    '<path d="M26 32h44v46H26z" fill="#5d6b48"/><path d="M26 32h12v46H26z" fill="#77875d"/><path d="M22 24h52v10H22z" fill="#46523a"/>' +
    `<path d="M36 48h24v18H36z" fill="#efe6d2"/><path d="M48 62v-9M48 57l-5-4M48 59l5-4" stroke="#5d6b48" stroke-width="1.8" ${line}/>`,
  spoon:
    `<path d="M42 44 70 80" stroke="#a5573a" stroke-width="7" ${line}/><path d="M42 44 70 80" stroke="#c87b55" stroke-width="3" ${line}/>` +
    '<ellipse cx="34" cy="32" rx="13" ry="18" transform="rotate(-36 34 32)" fill="#a5573a"/><ellipse cx="33" cy="31" rx="9" ry="14" transform="rotate(-36 33 31)" fill="#82412a"/>',
  grass:
    `<g stroke="#b08d4f" stroke-width="1.8" ${line}><path d="M48 84C46 60 38 40 26 24M48 84C48 58 48 38 50 14M48 84C50 60 60 44 72 30M48 84C44 66 34 56 22 50"/></g>` +
    '<g fill="#d8b774"><ellipse cx="27" cy="25" rx="4" ry="12" transform="rotate(-28 27 25)"/><ellipse cx="50" cy="18" rx="4" ry="13"/><ellipse cx="71" cy="31" rx="4" ry="12" transform="rotate(36 71 31)"/><ellipse cx="23" cy="50" rx="3" ry="9" transform="rotate(-62 23 50)"/></g>',
} as const;

/** The picture of a thing, as the address of an image: nothing is fetched for it. */
export function drawThing(name: keyof typeof drawings): string {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">${drawings[name]}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(source)}`;
}
