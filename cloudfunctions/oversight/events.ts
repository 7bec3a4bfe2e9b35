/** Oversight counts what others did: there is nothing that rooms above would have to hear of. */
export {};
