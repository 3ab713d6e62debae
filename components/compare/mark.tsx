const letters = "ABCDEFGHIJ";

/** The letter of the framework in that place: with its colour it stands for it in charts and at the head of columns. */
export const letterOf = (place: number): string => letters[place] ?? "?";

/** Colours by place are in globals.css: .s0 to .s9. */
export function Mark({ place }: { place: number }) {
  return (
    <b aria-hidden="true" className={`mark s${place}`}>
      {letterOf(place)}
    </b>
  );
}
