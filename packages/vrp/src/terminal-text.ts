/**
 * What a terminal writes between the lines of a configuration: prompts and the notice that a page is full. The
 * notice is taken back with "cursor left" sequences, and the next line follows on the same line of a log; the
 * escape character itself is lost in some logs.
 */
const paging = /^[ \t]*---- ?More ?----(?:\p{Cc}?\[\d+D *(?=\p{Cc}?\[\d+D))*(?:\p{Cc}?\[\d+D)?/u
const prompt = /^(?:<[^<>\s]{1,246}>|\[[~*]?[^[\]\s]{1,300}\])/

/** What is left of a line when the paging notice before it is taken away; undefined when there is none. */
export function withoutPaging(line: string): string | undefined {
  const [notice] = paging.exec(line) ?? []
  return notice === undefined ? undefined : line.slice(notice.length)
}

/** Whether the line begins with a prompt such as `<HUAWEI>` or `[~HUAWEI-bgp]`. */
export function beginsWithPrompt(text: string): boolean {
  return prompt.test(text)
}
