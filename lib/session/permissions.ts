export const roles = ["member", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];

/** What a role may do beyond its own account. Pages and actions ask this one table. */
const granted = {
  "people.manage": ["admin"],
  "claims.moderate": ["moderator", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof granted;

export function can(actor: { role: Role } | null, permission: Permission): boolean {
  return actor !== null && (granted[permission] as readonly Role[]).includes(actor.role);
}

/** Whether somebody has this permission but for a second step of signing in. */
export const waitsForSecondStep = (actor: { role: Role; withheld?: Role } | null, permission: Permission): boolean =>
  actor?.withheld !== undefined && !can(actor, permission) && can({ role: actor.withheld }, permission);

/** A role as it stands in the database. Throws on anything else: a check there holds the same vocabulary. */
export function asRole(text: string): Role {
  const role = roles.find((one) => one === text);
  if (!role) throw new Error(`Unknown role ${text}`);
  return role;
}
