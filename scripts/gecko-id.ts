/** Firefox needs a fixed id for storage that survives an update. */
export const GECKO_ID = 'onix@onix.invalid';
