/** The name that every vote button of a page gives as its form. */
export const voteForm = "votes";

/** Yes and no to "still true?", each with how many said so. Without scripts they send the page's one form of votes. */
export function VoteButtons({
  claim,
  own = 0,
  yes,
  no,
  press,
}: {
  claim: number;
  own?: -1 | 0 | 1;
  yes: number;
  no: number;
  press?: (value: 1 | -1) => void;
}) {
  const button = (value: 1 | -1, name: string, glyph: string, count: number) => (
    <button
      type="submit"
      form={voteForm}
      name="vote"
      value={`${claim} ${value}`}
      id={`vote-${claim}-${name}`}
      aria-pressed={own === value}
      // It begins as it reads, so that who speaks to the browser can name it; the claim's words follow.
      aria-label={`${name} ${count}, still true:`}
      aria-labelledby={`vote-${claim}-${name} said-${claim}`}
      className="chip vote"
      {...(press && {
        onClick: (event) => {
          event.preventDefault();
          press(value);
        },
      })}
    >
      <span aria-hidden="true">{glyph}</span>
      <span>{`${name} ${count}`}</span>
    </button>
  );
  return (
    <>
      <span className="text-muted">Still true?</span>
      {button(1, "Yes", "▲", yes)}
      {button(-1, "No", "▼", no)}
    </>
  );
}

/** Where a claim's votes stand, as they come with the page; vote-form.tsx brings them to life when they are seen. */
export function VotePlace({ claim, yes, no }: { claim: number; yes: number; no: number }) {
  return (
    <div id={`vote-${claim}`} className="votes no-print" data-yes={yes} data-no={no}>
      <VoteButtons claim={claim} yes={yes} no={no} />
    </div>
  );
}
