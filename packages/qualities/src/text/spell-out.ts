/**
 * Words as the cues read them: contractions opened, chat spellings and common slips brought to one form.
 * Only for matching; nothing shown or stored ever uses these words.
 */

/** "i'm" → i, am; "dont" → do, not; "u" → you; "£20" is handled by the caller as `money`. */
export const spellOut = (words: readonly string[]): string[] => {
  const spelled: string[] = [];
  for (const word of words) {
    const whole = wholeWords.get(word);
    if (whole !== undefined) {
      for (const part of whole) spelled.push(part);
      continue;
    }
    const apostrophe = word.indexOf("'");
    if (apostrophe < 0) {
      spelled.push(word);
      continue;
    }
    const stem = word.slice(0, apostrophe);
    const ending = endings.get(word.slice(apostrophe + 1));
    if (word.endsWith("n't")) spelled.push(word.slice(0, -3), 'not');
    else if (ending !== undefined) spelled.push(stem, ending);
    else if (word.endsWith("'s")) {
      spelled.push(stem);
      if (openedByS.has(stem)) spelled.push('is');
    } else spelled.push(word);
  }
  return spelled;
};

const endings = new Map([
  ['m', 'am'],
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['d', 'would'],
]);

/** After these "'s" means "is" (or "has"); after a noun it is nearly always a genitive. */
const openedByS = new Set(
  'it that this there here he she what who where how when everything something nothing everyone nobody one'.split(' '),
);

const wholeWords = new Map<string, readonly string[]>(
  `can't=can not|cannot=can not|cant=can not|won't=will not|wont=will not|shan't=shall not|ain't=is not|aint=is not|let's=let us|lets=let us
  dont=do not|didnt=did not|doesnt=does not|isnt=is not|wasnt=was not|arent=are not|hasnt=has not|havent=have not|hadnt=had not|couldnt=could not|wouldnt=would not|shouldnt=should not|werent=were not
  im=i am|ive=i have|id=i would|youre=you are|youve=you have|youll=you will|thats=that is|whats=what is|theres=there is|hes=he is|shes=she is|theyre=they are|itll=it will
  u=you|ur=your|yr=your|ya=you|r=are|pls=please|plz=please|plse=please|thx=thanks|thanx=thanks|tnx=thanks|thnx=thanks|thks=thanks|tysm=thank you|ty=thank you|thankyou=thank you|cheers=cheers
  gonna=going to|wanna=want to|gotta=got to|gimme=give me|lemme=let me|cos=because|cuz=because|coz=because|bc=because|bout=about|abt=about|tmrw=tomorrow|tmr=tomorrow|tomoz=tomorrow|2morrow=tomorrow|tonite=tonight
  k=ok|okay=ok|okey=ok|oki=ok|okie=ok|yeah=yes|yep=yes|yup=yes|yea=yes|yess=yes|yesss=yes|aye=yes|nope=no|nah=no|naw=no|noo=no|nooo=no|sry=sorry|soz=sorry|srry=sorry|sory=sorry|msg=message|mins=minutes|min=minutes|hrs=hours|hr=hours|sec=second|secs=seconds
  ppl=people|rn=right now|asap=asap|wdym=what do you mean|idk=i do not know|apologize=apologise|apologized=apologised|realize=realise|recognize=recognise|favorite=favourite|mom=mum|bye-bye=bye bye|goodbye=bye|w=with|wo=without|n=and|luv=love|ff=and|omg=omg|np=no problem|yw=you are welcome|dunno=do not know|cya=see you|gd=good|gr8=great|ofc=of course
  hii=hi|hiii=hi|hiya=hi|hai=hi|helo=hello|hellow=hello|helloo=hello|heyy=hey|heyyy=hey|byee=bye|byeee=bye|gud=good|mrng=morning|mornin=morning|thanku=thank you|thanq=thank you|thnku=thank you|tq=thank you|thnks=thanks|thaks=thanks|thnaks=thanks|thankss=thanks|plss=please|pleas=please|okbye=ok bye
  havnt=have not|dosnt=does not|teh=the|wich=which|becuase=because|definately=definitely|recieve=receive|recieved=received|wierd=weird|cancle=cancel|acount=account|pasword=password|tho=though|thru=through|prob=probably|probs=probably|prolly=probably|deffo=definitely|def=definitely|pic=picture|pics=pictures|acc=account|acct=account|wk=week|wks=weeks|yday=yesterday|2day=today|kinda=kind of|sorta=sort of|its=its
  canceled=cancelled|canceling=cancelling|honor=honour|honored=honoured|color=colour|colors=colours|favor=favour|neighbor=neighbour|neighbors=neighbours|neighborhood=neighbourhood|behavior=behaviour|center=centre|theater=theatre|fulfill=fulfil|enroll=enrol|traveled=travelled|traveling=travelling|traveler=traveller|labeled=labelled|gray=grey|apologizing=apologising|apologizes=apologises|realized=realised|realizes=realises|recognized=recognised|authorized=authorised|authorize=authorise|organize=organise|organized=organised|organization=organisation|customize=customise|customized=customised|personalized=personalised|prioritize=prioritise|prioritized=prioritised|finalize=finalise|finalized=finalised|minimize=minimise|analyze=analyse|analyzed=analysed|summarize=summarise|specialized=specialised|inquiry=enquiry|inquiries=enquiries|inquire=enquire`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split('=') as [string, string])
    .map(([from, to]): [string, readonly string[]] => [from, to.split(' ')]),
);
