import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

/** What a view says in English: the message of a key, with `$1`, `$2` … filled in. */
export function words(key: keyof typeof messages, ...substitutions: (string | number)[]): string {
  return messages[key].message.replaceAll(/\$(\d)/g, (_all, digit: string) =>
    String(substitutions[Number(digit) - 1]),
  );
}
