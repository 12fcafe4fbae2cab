// Knows: what is said of many samples: the middle one, and the one that few exceed.
// Must not know: what was measured.

const sorted = (samples) => [...samples].sort((one, other) => one - other);

export function median(samples) {
  const all = sorted(samples);
  const middle = all.length >> 1;
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

/** The sample that 95 of 100 do not exceed: of fewer than 20, the largest. */
export function p95(samples) {
  const all = sorted(samples);
  return all[Math.max(0, Math.ceil(all.length * 0.95) - 1)];
}
