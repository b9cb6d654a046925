// For typed arrays that grow as they are filled.

/** The larger array, begun with what the other holds. */
export function enlarge<Numbers extends Int32Array | Float32Array | Float64Array | Uint16Array>(
  array: Numbers,
  larger: Numbers,
): Numbers {
  larger.set(array);
  return larger;
}
