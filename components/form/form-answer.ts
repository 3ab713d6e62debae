import { createContext } from "react";
import { type FormState, untouched } from "@/lib/request/form-state";

/** What came of the form's last sending, for its fields: what was typed, and what is wrong with it. */
export const FormAnswer = createContext<FormState>(untouched);
