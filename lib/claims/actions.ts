"use server";

import { defineAction } from "../action/action.ts";
import { voting } from "./voting.ts";

export const voteAction = defineAction(voting);
