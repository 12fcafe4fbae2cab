// Starts a part of the program that is fetched when it is needed. The build calls it in the script that fetches the parts.

/**
 * @param {Promise<Response>} answer the part's file, as a host sends it
 * @param {WebAssembly.Imports} imports what it needs of the program
 */
export async function startPart(answer, imports) {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.url}: answer ${response.status}`);
  // In one piece: the browser's way of compiling while it reads wants a type of content that not every host states.
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
