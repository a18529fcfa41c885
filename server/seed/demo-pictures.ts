import sharp from 'sharp';

/** `[wall, table, plate]` */
const COLOURS = [
  ['#f4a261', '#6d4c41', '#fff8e1'],
  ['#2a9d8f', '#264653', '#e9f5f2'],
  ['#e76f51', '#3e2723', '#fdf0ed'],
  ['#457b9d', '#1d3557', '#f1faee'],
] as const;

/** Drawn pictures of a plate on a table, as WebP: something to look at, and nobody's photo. */
export function demoPictures(): Promise<Buffer[]> {
  return Promise.all(
    COLOURS.map(([wall, table, plate]) =>
      sharp(
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
          <rect width="1200" height="800" fill="${wall}"/><rect y="500" width="1200" height="300" fill="${table}"/>
          <ellipse cx="600" cy="560" rx="330" ry="120" fill="#0003"/><ellipse cx="600" cy="540" rx="330" ry="120" fill="${plate}"/>
          <ellipse cx="600" cy="530" rx="220" ry="75" fill="${wall}"/><circle cx="560" cy="500" r="46" fill="${table}"/><circle cx="650" cy="510" r="38" fill="#588157"/>
        </svg>`),
      )
        .webp()
        .toBuffer(),
    ),
  );
}
