/** How one piece is made: its outline on a wheel of 240 × 240, and what it was dipped into. */
export interface Pot {
  readonly shape: keyof typeof shapes;
  /** The glaze of the whole piece. */
  readonly glaze: string;
  /** The second glaze, which runs down from the rim. */
  readonly dip: string;
  /** Bare clay, at the foot. */
  readonly clay: string;
}

interface Shape {
  readonly body: string;
  /** Of the opening: centre, radii; none for a plate or a lid. */
  readonly rim?: readonly [cx: number, cy: number, rx: number, ry: number];
  /** Drawn as lines, behind the body. */
  readonly handle?: string;
  /** Drawn as areas, behind the body. */
  readonly spout?: string;
  /** Drawn in front of the body. */
  readonly lid?: string;
  /** Where the second glaze ends, and where the clay begins. */
  readonly dipTo: number;
  readonly glazeTo: number;
  /** Half the width of the shadow. */
  readonly shadow: number;
}

const shapes = {
  mug: {
    body: 'M64 80C64 132 68 172 76 196Q79 206 92 206H148Q161 206 164 196C172 172 176 132 176 80Z',
    rim: [120, 80, 56, 11],
    handle: 'M170 106C212 98 214 164 166 168',
    dipTo: 118,
    glazeTo: 188,
    shadow: 66,
  },
  bowl: {
    body: 'M36 106C38 156 78 190 96 196V206H144V196C162 190 202 156 204 106Z',
    rim: [120, 106, 84, 16],
    dipTo: 134,
    glazeTo: 190,
    shadow: 60,
  },
  vase: {
    body: 'M100 40C104 66 98 78 86 94C64 122 62 160 80 190Q89 206 104 206H136Q151 206 160 190C178 160 176 122 154 94C142 78 136 66 140 40Z',
    rim: [120, 40, 20, 5],
    dipTo: 104,
    glazeTo: 188,
    shadow: 54,
  },
  teapot: {
    body: 'M58 140C58 104 88 88 120 88C152 88 182 104 182 140C182 174 160 198 148 206H92C80 198 58 174 58 140Z',
    handle: 'M78 106C62 22 178 22 162 106',
    spout: 'M170 132C194 130 196 106 214 96Q222 94 222 102C214 122 212 166 166 178Z',
    lid: 'M86 94C92 78 112 80 114 76C106 66 112 58 120 58C128 58 134 66 126 76C128 80 148 78 154 94C140 100 100 100 86 94Z',
    dipTo: 126,
    glazeTo: 190,
    shadow: 62,
  },
  plate: {
    body: 'M120 40A84 84 0 1 1 119.9 40Z',
    dipTo: 84,
    glazeTo: 206,
    shadow: 58,
  },
  pitcher: {
    body: 'M66 56C80 58 88 70 88 88C84 104 76 116 73 138C69 168 80 196 90 206H154C164 196 175 168 171 138C168 112 154 96 156 56Q112 66 66 56Z',
    rim: [114, 57, 42, 6],
    handle: 'M156 84C214 66 214 156 170 164',
    dipTo: 112,
    glazeTo: 190,
    shadow: 60,
  },
} satisfies Record<string, Shape>;

/** The picture of a piece, as the address of an image: nothing is fetched for it. */
export function pictureOf(pot: Pot): string {
  const shape: Shape = shapes[pot.shape];
  const drawing = [
    `<ellipse cx="124" cy="207" rx="${shape.shadow * 1.25}" ry="10" fill="url(#shadow)"/>`,
    behind(shape, pot),
    body(shape, pot),
    pot.shape === 'plate' ? well(pot) : '',
    shape.rim ? opening(shape.rim, pot) : '',
    shape.lid ? front(shape.lid, pot) : '',
  ];
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240">${shading}${drawing.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(source)}`;
}

/** Light falls from the left, as through a workshop's window. */
const shading =
  '<linearGradient id="light"><stop stop-color="#1c0f05" stop-opacity=".34"/><stop offset=".1" stop-color="#1c0f05" stop-opacity=".1"/>' +
  '<stop offset=".24" stop-color="#fff" stop-opacity=".26"/><stop offset=".46" stop-color="#fff" stop-opacity="0"/>' +
  '<stop offset=".74" stop-color="#1c0f05" stop-opacity=".16"/><stop offset="1" stop-color="#1c0f05" stop-opacity=".5"/></linearGradient>' +
  '<radialGradient id="shadow"><stop stop-color="#140c06" stop-opacity=".5"/><stop offset=".5" stop-color="#140c06" stop-opacity=".22"/>' +
  '<stop offset="1" stop-color="#140c06" stop-opacity="0"/></radialGradient>';

function behind({ handle, spout }: Shape, { glaze, dip }: Pot): string {
  const line = (colour: string, width: number, opacity = 1): string =>
    `<path d="${handle}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" opacity="${opacity}"/>`;
  const strap = handle ? line(dip, 14) + line('#1c0f05', 14, 0.2) + line(dip, 9) + line('#fff', 2, 0.35) : '';
  const neck = spout ? `<path d="${spout}" fill="${glaze}"/><path d="${spout}" fill="url(#light)" opacity=".8"/>` : '';
  return strap + neck;
}

function body({ body, dipTo, glazeTo }: Shape, { glaze, dip, clay }: Pot): string {
  return (
    `<clipPath id="body"><path d="${body}"/></clipPath><g clip-path="url(#body)"><rect width="240" height="240" fill="${clay}"/>` +
    `<path d="M0 0H240V${glazeTo}Q200 ${glazeTo + 5} 160 ${glazeTo - 1}T80 ${glazeTo + 1}T0 ${glazeTo}Z" fill="${glaze}"/>` +
    `<path d="${runsTo(dipTo)}" fill="${dip}"/>${speckles()}<path d="${body}" fill="url(#light)"/></g>`
  );
}

/** The edge of a glaze that ran: drops of different lengths, with level tangents at each turn. */
function runsTo(level: number): string {
  const turns = [4, 22, -2, 9, 0, 30, 2, 12, -4, 18, 0, 8, -3, 24, 2, 10, 0];
  const width = 240 / (turns.length - 1);
  const edge = turns.map((turn, index) => {
    const [from, to] = [240 - width * index, 240 - width * (index + 1)];
    const middle = (from + to) / 2;
    return `C${middle} ${level + turn} ${middle} ${level + (turns[index + 1] ?? 0)} ${to} ${level + (turns[index + 1] ?? 0)}`;
  });
  return `M-15 0H240V${level + 4}${edge.join('')}Z`;
}

/** Iron in the clay. The same every time: a linear congruence instead of chance. */
function speckles(): string {
  let seed = 11;
  const next = (): number => {
    seed = (seed * 4096 + 150889) % 714025;
    return seed / 714025;
  };
  const dots = Array.from({ length: 150 }, () => {
    const [x, y, radius] = [next() * 240, next() * 240, 0.4 + next() * 0.8];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}"/>`;
  });
  return `<g fill="#2b1608" opacity=".36">${dots.join('')}</g>`;
}

function opening([cx, cy, rx, ry]: NonNullable<Shape['rim']>, { dip }: Pot): string {
  const ellipse = (dx: number, dy: number, fill: string): string =>
    `<ellipse cx="${cx}" cy="${cy}" rx="${rx - dx}" ry="${ry - dy}" ${fill}/>`;
  return (
    ellipse(0, 0, `fill="${dip}"`) +
    ellipse(0, 0, 'fill="#fff" opacity=".25"') +
    ellipse(4, 2, 'fill="#1c0f05" opacity=".55"')
  );
}

function well({ dip }: Pot): string {
  return (
    '<circle cx="120" cy="124" r="84" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="2"/>' +
    `<circle cx="120" cy="124" r="56" fill="${dip}" opacity=".35"/>` +
    '<circle cx="120" cy="124" r="56" fill="none" stroke="#1c0f05" stroke-opacity=".28" stroke-width="3"/>' +
    '<circle cx="121" cy="126" r="54" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="1.5"/>'
  );
}

function front(path: string, { dip }: Pot): string {
  return `<path d="${path}" fill="${dip}"/><path d="${path}" fill="url(#light)"/>`;
}
