/** Words and manners that lower the tone of a reply. */
export const profanity =
  /\b(?:fuck\w*|shit\w*|bullshit|bastards?|bitch\w*|asshole|arsehole|dickhead|crap|damn it|goddamn|piss(?:ed)? off|wtf|idiots?|morons?|stupid (?:question|customer|people))\b/i;

/** Come-backs: kinder is to answer the matter and leave the tone unanswered. */
export const comeback =
  /\b(?:takes one to know one|look who's talking|same to you|right back at you|get a life|grow up|cry me a river|boo hoo|good riddance|not my (?:damn )?problem|your problem,? not (?:mine|ours)|talk to the hand|what did you expect|learn to read|can(?:'t|not) you read|are you (?:blind|deaf|stupid|serious right now))\b/i;

export const overFamiliar =
  /\b(?:hun|hunni?|babes?|sweetie|sweetheart|darlin[g']?|lovey|lovely!|bro|bruh|dude|buddy|pal|lol|lmao|rofl|girl[.!,]|love[.!,]$)\b/i;

export const curt =
  /^(?:no|nope|noted|ok|k|fine|whatever|so\??|and\??|next|wrong|correct|what\??|obviously|read it again)[.!?]*$/i;

/** Four or more words in capitals that are longer than an abbreviation, and most of the sentence. */
export const shouts = (text: string): boolean => {
  if (!mayShout(text)) return false;
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const loud = words.filter((word) => word.length >= 4 && word === word.toUpperCase() && word !== word.toLowerCase());
  return loud.length >= 4 && loud.length > words.length / 2;
};

/** Four words of four capitals: a first look that ordinary sentences do not pass, without a regex. */
const mayShout = (text: string): boolean => {
  let capitals = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 65 && code <= 90) || code >= 0xaa) capitals += 1;
  }
  return capitals >= 16;
};
