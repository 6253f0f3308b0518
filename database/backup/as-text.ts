/** A text as PostgreSQL reads it in a statement. */
export const asText = (text: string): string => `'${text.replaceAll("'", "''")}'`
