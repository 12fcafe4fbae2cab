// Shortens the names by which the program and wasm-bindgen's script know each other's functions: they end in sixteen digits, which compress
// badly, and stand in both files. A step of scripts/split-program.mjs.

const SECTION = { imports: 2, exports: 7 };
/** The kinds of what a module imports. */
const KIND = { function: 0, table: 1, memory: 2, global: 3 };
const NAME = /\b(?:__wbg_|wasm_bindgen__)\w+|\.\/\w+_bg\.js/g;

/**
 * @param {string} script wasm-bindgen's script
 * @param {Buffer} program the module that it starts
 * @returns {{script: string, program: Buffer}} the same with short names
 */
export function withShortNames(script, program) {
  const known = new Set();
  rename(program, (name) => (known.add(name), name));
  const short = new Map();
  const shorten = (name) => {
    if (!known.has(name)) return name;
    if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
    return short.get(name);
  };
  return { script: script.replace(NAME, shorten), program: rename(program, (name) => short.get(name) ?? name) };
}

/** A module whose imports and exports have other names. */
function rename(program, nameOf) {
  const reader = new Reader(program);
  const parts = [reader.bytesOf(8)];
  while (reader.at < program.length) {
    const section = reader.byte();
    const end = reader.number() + reader.at;
    const content = [];
    if (section === SECTION.imports || section === SECTION.exports) {
      const count = reader.number();
      content.push(written(count));
      for (let left = count; left > 0; left -= 1) {
        const [module, after] = section === SECTION.imports ? [[reader.text()], importEnd] : [[], exportEnd];
        for (const name of [...module, reader.text()]) content.push(writtenText(nameOf(name)));
        const from = reader.at;
        after(reader);
        content.push(program.subarray(from, reader.at));
      }
      if (reader.at !== end) throw new Error("The program's imports or exports are not written in the way that this build knows.");
    } else {
      content.push(reader.bytesOf(end - reader.at));
    }
    const bytes = Buffer.concat(content);
    parts.push(Buffer.from([section]), written(bytes.length), bytes);
  }
  return Buffer.concat(parts);
}

/** Passes over what follows an import's names. */
function importEnd(reader) {
  const kind = reader.byte();
  if (kind === KIND.function) {
    reader.number();
  } else if (kind === KIND.global) {
    reader.at += 2;
  } else {
    // A table has a type before its limits.
    if (kind === KIND.table) reader.at += 1;
    const hasMost = reader.byte() & 1;
    reader.number();
    if (hasMost) reader.number();
  }
}

/** And an export's name. */
function exportEnd(reader) {
  reader.at += 1;
  reader.number();
}

/** Reads a module's bytes as the format of WebAssembly has them. */
class Reader {
  at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** A whole number, seven bits a byte, the lowest first. */
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  bytesOf(count) {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
  text() {
    return this.bytesOf(this.number()).toString("utf8");
  }
}

/** A number as the format has it. */
export function written(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) + 128);
  return Buffer.from([...bytes, number]);
}

/** A text, after its length. */
export function writtenText(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([written(bytes.length), bytes]);
}
