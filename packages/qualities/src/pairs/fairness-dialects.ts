/**
 * The same reply in another spelling, another English, or with the slips of somebody for whom English is a second
 * language: [what the customer wrote, the reply in standard English, the same in the other form].
 */
import { broken, how, late, locked, refund, thanks } from './fairness-matters.ts';
import { secondLanguage } from './fairness-second-language.ts';

export type DialectPair = readonly [customer: string, standard: string, other: string];

export const americanSpelling: readonly DialectPair[] = [
  [
    broken,
    'I apologise for the burn, that must hurt. The colour you chose is here, I send a new one today.',
    'I apologize for the burn, that must hurt. The color you chose is here, I send a new one today.',
  ],
  [
    late,
    'I recognise how tiring a week of silence is. I will organise a new parcel and keep you informed.',
    'I recognize how tiring a week of silence is. I will organize a new parcel and keep you informed.',
  ],
  [
    how,
    'Open the programme, choose Favourites, and press reset. It will be labelled in grey.',
    'Open the program, choose Favorites, and press reset. It will be labeled in gray.',
  ],
  [
    refund,
    'We cancelled the cheque and will honour the refund today. I realise two weeks is long.',
    'We canceled the check and will honor the refund today. I realize two weeks is long.',
  ],
  [
    locked,
    'I have authorised a new code, so you can pay your rent now. I apologise for the fright.',
    'I have authorized a new code, so you can pay your rent now. I apologize for the fright.',
  ],
  [
    late,
    'The lorry was held at the centre in Leeds. I have put your parcel in the post for tomorrow.',
    'The truck was held at the center in Leeds. I have put your parcel in the mail for tomorrow.',
  ],
  [
    how,
    'Fill in the form at the top and have a look in your junk folder, it takes a fortnight to expire.',
    'Fill out the form at the top and take a look in your junk folder, it takes two weeks to expire.',
  ],
  [
    thanks,
    'My pleasure! Your behaviour when it all went wrong was exemplary, and I will practise the fix.',
    'My pleasure! Your behavior when it all went wrong was exemplary, and I will practice the fix.',
  ],
  [
    broken,
    'Sorry to hear about your hand, Mum always says aluminium kettles stay hot. A new one is coming.',
    'Sorry to hear about your hand, Mom always says aluminum kettles stay hot. A new one is coming.',
  ],
  [
    refund,
    'I have analysed the catalogue entry and your refund has been cancelled by mistake. I will fix it now.',
    'I have analyzed the catalog entry and your refund has been canceled by mistake. I will fix it now.',
  ],
];

export const scottish: readonly DialectPair[] = [
  [
    late,
    'I am sorry, a week is far too long. I will find your little parcel today.',
    'I am sorry, a week is far too long. I will find your wee parcel the day.',
  ],
  [
    how,
    'Do not worry, you just need to press the blue button and it will send you a new link.',
    'Dinnae worry, you just need to press the blue button and it will send you a new link.',
  ],
  [
    locked,
    'Yes, I know that is a worry with the rent due. I have opened your account now.',
    'Aye, I ken that is a worry with the rent due. I have opened your account now.',
  ],
  [thanks, 'You are very welcome, take care of yourself.', 'You are very welcome, take care of yersel.'],
  [
    broken,
    'Oh no, that sounds sore. I will not let you go without a new kettle.',
    'Och no, that sounds sore. I will no let you go without a new kettle.',
  ],
  [
    refund,
    'You have waited long enough. I am going to pay it out this afternoon.',
    'You have waited long enough. I am away to pay it out this afternoon.',
  ],
];

export const indian: readonly DialectPair[] = [
  [
    late,
    'I am sorry for the week of silence. Please do the following and I will get back to you today.',
    'I am sorry for the week of silence. Kindly do the needful and I will revert back today itself.',
  ],
  [
    how,
    'Please open the second link, the first one has expired.',
    'Kindly open the second link only, first one is expired.',
  ],
  [
    refund,
    'I have moved your refund forward, you will get it tomorrow morning.',
    'I have preponed your refund, you will be getting it tomorrow morning.',
  ],
  [
    locked,
    'I understand that the rent is due today. I have just opened the account, please check.',
    'I can understand that rent is due today. Just now only I have opened the account, please check once.',
  ],
  [
    thanks,
    'You are welcome! Please share any doubts you have at any time.',
    'You are most welcome! Please share your doubts anytime, no issues at all.',
  ],
  [
    broken,
    'I am sorry to hear about your hand. I am sending the new kettle today.',
    'I am very sorry to hear about your hand. I am sending the new kettle today itself.',
  ],
  [how, 'What is your registered e-mail address?', 'What is your good name and registered mail ID?'],
  [
    late,
    'Our colleague is out at the moment, I will tell him to call you.',
    'Our colleague is out of station, I will be telling him to call you.',
  ],
];

export const nigerian: readonly DialectPair[] = [
  [
    late,
    'I am sorry about the wait. I will check on it now and come back to you.',
    'Sorry o, about the wait. I will check am now and come back to you.',
  ],
  [how, 'Please, turn on the phone and press the link again.', 'Abeg, on the phone and press the link again.'],
  [
    locked,
    'I understand you. Your account is open now, please pay the rent.',
    'I hear you. Your account don open now, please pay the rent.',
  ],
  [thanks, 'You are welcome, thank you for your patience.', 'You are welcome, well done, thank you for your patience.'],
  [
    refund,
    'We are processing it, you will see it before the end of today.',
    'We are on it, you go see am before today finish.',
  ],
  [
    broken,
    'Sorry about your hand. We will replace the kettle straight away.',
    'Ah, sorry for your hand. We will replace the kettle now now.',
  ],
];

export const singaporean: readonly DialectPair[] = [
  [how, 'You can use the second link, it works.', 'Can, can, you use the second link lah, it works.'],
  [
    late,
    'I am sorry about the long wait. I will check for you now, all right?',
    'Sorry ah, wait so long. I check for you now, okay?',
  ],
  [
    locked,
    'Do not worry, your account is open already, you can pay the rent now.',
    'Don’t worry lah, your account open already, can pay the rent now.',
  ],
  [refund, 'The refund has gone out, you will receive it tomorrow.', 'Refund go out already, tomorrow can receive.'],
  [
    broken,
    'Oh dear, does your hand still hurt? I will send a new kettle today.',
    'Aiyo, your hand still pain or not? I send new kettle today.',
  ],
  [thanks, 'No problem at all! Message me at any time.', 'No problem one! Anytime message me can already.'],
];

export const africanAmerican: readonly DialectPair[] = [
  [
    late,
    'I am sorry, nobody should have to wait a week. I am going to find it for you.',
    'I’m sorry, ain’t nobody should have to wait no week. I’m finna find it for you.',
  ],
  [
    how,
    'You have to press the second link, the first one is not working.',
    'You gotta press the second link, the first one ain’t working.',
  ],
  [
    locked,
    'I hear you, the rent is serious. Your account is open now.',
    'I hear you, rent ain’t no joke. Your account been open now.',
  ],
  [
    refund,
    'They already sent the refund, it will be in your account tomorrow.',
    'They done sent the refund already, it’s gonna be in your account tomorrow.',
  ],
  [thanks, 'You are welcome! I am always here for you.', 'You welcome! I be here for you, for real.'],
  [
    broken,
    'That looks painful, I am sorry. We are going to replace it.',
    'That look painful, I’m sorry. We gonna replace it.',
  ],
];

export const irish: readonly DialectPair[] = [
  [
    late,
    'I am sorry about that, a week is terrible. I will have a look at it now.',
    'I’m sorry about that, a week is desperate. I’ll have a look at it now, so I will.',
  ],
  [how, 'No problem at all, just press the second link there.', 'Ah you’re grand, just press the second link there.'],
  [
    locked,
    'I have just opened the account for you, so you can pay the rent.',
    'I’m after opening the account for you there, so you can pay the rent.',
  ],
  [thanks, 'Not at all, thank you. Have a good day!', 'Not at all, thanks a million. Mind yourself!'],
  [refund, 'It will be with you tomorrow, do not worry.', 'It’ll be with you tomorrow, don’t be worrying.'],
  [
    broken,
    'Is your hand all right? I will send you another one.',
    'Is your hand alright, you poor thing? I’ll send you out another one, sure.',
  ],
];

export const dialects = {
  'American spelling': americanSpelling,
  'Scottish English': scottish,
  'Indian English': indian,
  'Nigerian English': nigerian,
  'Singapore English': singaporean,
  'African American English': africanAmerican,
  'Irish English': irish,
  'second language': secondLanguage,
} as const;
