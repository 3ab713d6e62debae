/** The layout says it all: what is known and what isn't. Here only the answer's status comes about. */
export default function NotFound() {
  return null;
}
