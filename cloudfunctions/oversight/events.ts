/** Oversight reads and changes nothing: there is nothing that rooms above would have to hear of. */
export {};
