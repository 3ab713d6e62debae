/** The name that every vote button of a page gives as its form. */
export const voteForm = "votes";

/** Yes and no to "still true?", each with how many said so. Without scripts they send the page's one form of votes. */
export function VoteButtons({
  claim,
  own,
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
  const button = (value: 1 | -1, name: string, count: number) => (
    <button
      form={voteForm}
      name="vote"
      value={`${claim} ${value}`}
      id={`vote-${claim}-${name}`}
      // Nobody knows before scripts run.
      aria-pressed={own === undefined ? undefined : own === value}
      // It begins as it reads, so that who speaks to the browser can name it; the claim's words follow.
      aria-label={`${name} ${count}, still true:`}
      aria-labelledby={`vote-${claim}-${name} said-${claim}`}
      {...(press && {
        onClick: (event) => {
          event.preventDefault();
          press(value);
        },
      })}
    >
      {`${name} ${count}`}
    </button>
  );
  return (
    <>
      <span>Still true?</span>
      {button(1, "Yes", yes)}
      {button(-1, "No", no)}
    </>
  );
}

/** Where a claim's votes stand, as they come with the page; vote-form.tsx brings them to life when they are seen. */
export function VotePlace({ claim, yes, no }: { claim: number; yes: number; no: number }) {
  return (
    <div id={`vote-${claim}`} className="votes" data-votes={`${yes} ${no}`}>
      <VoteButtons claim={claim} yes={yes} no={no} />
    </div>
  );
}
