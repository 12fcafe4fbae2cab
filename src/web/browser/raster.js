// Makes a PNG of a picture. Rust imports `png` through wasm-bindgen; the build bundles this file into the start-up module.

/**
 * @param {string} svg an SVG document that needs nothing from elsewhere
 * @param {number} width in CSS pixels
 * @param {number} height in CSS pixels
 * @param {number} scale pixels for each CSS pixel
 * @returns {Promise<Blob>}
 */
export async function png(svg, width, height, scale) {
  const image = new Image();
  // The page's policy allows pictures from "data:" addresses, but not from "blob:".
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error("The picture could not be read."));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be written."))), "image/png");
  });
}
