/**
 * Source of the inline script that runs before the first paint: no flash of the wrong colours, and the header shows the
 * account instead of "Sign in" where this browser may be signed in.
 */
export const themeScript = `try{var d=document.documentElement.dataset;if(/(?:^|; )framewise-member=1/.test(document.cookie))d.member="";var t=localStorage.getItem("theme");if(t==="light"||t==="dark")d.theme=t}catch(e){}`;
