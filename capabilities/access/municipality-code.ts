/** The code that CBS gives a municipality. */
export const isMunicipalityCode = (text: string): boolean => /^GM\d{4}$/.test(text)
