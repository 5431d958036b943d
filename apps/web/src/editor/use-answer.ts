'use client'

import { useEffect, useState } from 'react'
import type { AnswerOf, Question, QuestionOf } from './compiler'
import { useAsk, useEditor } from './editor-context'

/**
 * What the compilation answers to a question, asked again after every compile. Undefined until the first
 * answer to this very question; while an edit compiles, what was true before it.
 *
 * @param question the same object as long as the question is the same
 */
export function useAnswer<Kind extends Question['kind']>(
  question: QuestionOf<Kind> | undefined,
): AnswerOf<Kind> | undefined {
  const ask = useAsk()
  const digest = useEditor((state) => state.digest)
  const [known, setKnown] = useState<{ readonly question: QuestionOf<Kind>; readonly answer: AnswerOf<Kind> }>()

  useEffect(() => {
    if (!question || !digest) return
    const unneeded = new AbortController()
    ask(question, { signal: unneeded.signal }).then(
      (answer) => setKnown({ question, answer }),
      (error: unknown) => {
        // A crash of the worker is shown by the editor, and the first digest after it asks again.
        if (!unneeded.signal.aborted) console.warn('a question about the design was not answered', error)
      },
    )
    return () => unneeded.abort()
  }, [ask, question, digest])

  return known && known.question === question ? known.answer : undefined
}
