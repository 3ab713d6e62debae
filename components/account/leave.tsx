import { AccountPart } from "./account-part";

/** The way to the page that deletes the account. */
export function Leave() {
  return (
    <AccountPart id="delete" title="Leave">
      <p className="mt-2 max-w-prose">Deleting the account deletes everything in it. First you see what that is.</p>
      <p className="mt-3">
        <a href="/account/delete" className="button">
          Delete my account …
        </a>
      </p>
    </AccountPart>
  );
}
