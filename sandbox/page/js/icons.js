/** Line icons on a 24 × 24 field, drawn for this page. */
const PATHS = {
  send: ["M4 12 20 4.5 15.5 20 11.5 13.5Z", "M11.5 13.5 20 4.5"],
  attach: ["M20 11.5 12.4 19a5 5 0 0 1-7-7l8-8a3.4 3.4 0 0 1 4.8 4.8l-7.9 7.9a1.7 1.7 0 0 1-2.4-2.4l7.2-7.2"],
  menu: ["M4 7h16", "M4 12h16", "M4 17h16"],
  more: ["M12 5.5v.01", "M12 12v.01", "M12 18.5v.01"],
  close: ["M6 6 18 18", "M18 6 6 18"],
  down: ["M6 9.5 12 15.5 18 9.5"],
  plus: ["M12 5v14", "M5 12h14"],
  clock: ["M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z", "M12 7.5V12l3 2"],
  file: ["M7 3.5h7l4 4v13H7z", "M14 3.5v4h4"],
  voice: ["M12 3.500a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3Z", "M6 11.500a6 6 0 0 0 12 0", "M12 17.500v3"],
  place: ["M12 20.500c4-4.500 6.500-7.500 6.500-11a6.500 6.500 0 0 0-13 0c0 3.500 2.500 6.500 6.500 11Z", "M12 9.500v.01"],
  download: ["M12 4.5v10.5", "M7.5 11 12 15.5 16.5 11", "M5.5 19.5h13"],
  block: ["M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z", "M6.2 6.2 17.8 17.8"],
  hide: [
    "M4 4 20 20",
    "M9.9 6.2A9.6 9.6 0 0 1 12 6c5.5 0 8.5 6 8.5 6a15 15 0 0 1-2.6 3.3",
    "M6.3 8A14.6 14.6 0 0 0 3.5 12s3 6 8.5 6a9 9 0 0 0 3.4-.7",
  ],
  globe: [
    "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z",
    "M3.5 12h17",
    "M12 3.5c5 5 5 12 0 17",
    "M12 3.5c-5 5-5 12 0 17",
  ],
  link: [
    "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1",
    "M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1",
  ],
  external: ["M9 6h9v9", "M18 6 7 17"],
  copy: ["M9 9h10v11H9z", "M15 9V4.500H5v11h4"],
  calendar: ["M4.5 6.500h15v13h-15z", "M4.5 10.500h15", "M8.5 4v4", "M15.5 4v4"],
  reply: ["M10 7 5 12l5 5", "M5.5 12H14a5 5 0 0 1 5 5v1"],
  left: ["M14.5 6 8.5 12 14.5 18"],
  right: ["M9.5 6 15.5 12 9.5 18"],
};

const SVG = "http://www.w3.org/2000/svg";

/** @param {keyof typeof PATHS} name @returns {SVGSVGElement} */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
