import { TaskPage } from "../ui/task-page";

/** A link that does nothing any more, with the way to another. */
export function DeadLink({ way, text }: { way: string; text: string }) {
  return (
    <TaskPage
      title="This link is over."
      lead={
        <p>It has been used already, or its time is up. Links work once, so that nobody can use yours after you.</p>
      }
    >
      <p className="mt-6">
        <a href={way} className="button button-strong">
          {text}
        </a>
      </p>
    </TaskPage>
  );
}
