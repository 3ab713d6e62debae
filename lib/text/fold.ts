/** A text as it is compared: full-width forms are plain, capitals are small, and letters have no marks. "ＤＪÁNGO" is "django". */
export const fold = (text: string): string =>
  text.normalize("NFKC").toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC");

/** The value among `known` that somebody means, however they write it; undefined for any other. */
export const spelled = (known: readonly string[], text: string): string | undefined => {
  const folded = fold(text);
  return known.find((one) => fold(one) === folded);
};
