import { useId, useRef, useState } from "react";

/** An address to hand on: it can be copied at a press and, where browsers don't let us, marked and copied by hand. */
export function LinkToCopy({ link }: { link: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid("Copied.");
    } catch {
      field.current?.select();
      setSaid("The browser doesn’t let us copy: it is marked, so copy it yourself.");
    }
  };
  return (
    <span className="mt-2 flex flex-wrap items-center gap-2">
      <label htmlFor={id} className="sr-only">
        Link
      </label>
      <input
        ref={field}
        id={id}
        readOnly
        value={link}
        className="field min-w-0 flex-1 basis-56 font-mono text-sm"
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" onClick={() => void copy()} className="button script-only">
        Copy link
      </button>
      <span role="status" className="text-sm">
        {said}
      </span>
    </span>
  );
}
