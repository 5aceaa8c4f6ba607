/** What the customers of the dialect pairs wrote. */
export const late = 'My parcel is a week late and nobody tells me anything. I am fed up.';
export const broken = 'The kettle you sent leaks and burnt my hand. I am quite shaken.';
export const how = 'How do I reset my password? The link in the e-mail does nothing.';
export const refund = 'I sent the shoes back two weeks ago and still have no refund.';
export const locked = 'I am locked out of my account and my rent is due today, please help!';
export const thanks = 'It works now, thank you so much for staying with me on this.';
