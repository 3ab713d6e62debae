/**
 * Who seeds holds this lock alone, so that of several instances one writes at a time; who decides on suggestions shares it.
 * The number means nothing.
 */
export const seedLock = 7_203_114;
