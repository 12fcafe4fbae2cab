// Starts a part of the program that is fetched when needed. The build adds the call to the script that fetches the parts.

/**
 * @param {Promise<Response>} answer the response with the part's file
 * @param {WebAssembly.Imports} imports what the part needs from the program
 */
export async function startPart(answer, imports) {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.url}: answer ${response.status}`);
  // Not streamed: compiling while reading needs a content type that not every host sends.
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
