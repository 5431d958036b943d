declare const brand: unique symbol

/**
 * A value that went through the parser named by the brand and is in canonical form. At run time it is
 * the plain string or number. Only the files of this package create one, right after the check.
 */
export type Brand<Base extends string | number, Name extends string> = Base & {
  readonly [brand]: Name
}
