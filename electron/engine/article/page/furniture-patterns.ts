/**
 * What page furniture says, to be added to freely. Phrases are compared without case, accents, punctuation and
 * the numbers in them: "12 Comments" is `# comments`. Phrases are separated by `|`.
 * See `furniture.ts` for what each list does.
 */
export const furniturePatterns = {
  /** The whole line, wherever it stands. */
  line: `
    advertisement | advertisements | advertising | advert | sponsored | sponsored content | promoted |
    paid content | ad | ads | story continues below advertisement | article continues below advertisement |
    continue reading below | continue reading the main story | continue reading | article continues below |
    story continues below | scroll down to continue reading | scroll to continue | supported by | share |
    share this | share this article | share this story | share this post | share this page |
    share on facebook | share on twitter | share on whatsapp | share on linkedin | share via email |
    share this on facebook | share this on twitter | share all sharing options | share tweet | share or comment on this article | share with |
    click to share on facebook opens in new window | click to share on twitter opens in new window |
    show more sharing options | close extra sharing options | close share options | sharing options |
    share the article | share article | sharing is caring | like this | like loading | shares | # shares |
    tweet | tweet this | retweet | pin it | pin | email this | email this article | e mail | whatsapp |
    facebook | twitter | linkedin | pinterest | reddit | telegram | instagram | youtube | flipboard |
    messenger | viber | tumblr | google | google plus | pocket | rss | rss feed | facebook messenger |
    copy link | copy link urlcopied | link copied | copy url | permalink | print | print this |
    print article | print this page | save | save article | save for later | bookmark | send to a friend |
    view comments | show comments | hide comments | view gallery | view all | see all | see more |
    load more | show more | load more comments | view more | more | read more | read more » |
    read full article | read next | skip to content | skip to main content | skip to navigation |
    skip to site index | skip advert | skip to contentskip to site index | skip to primary navigation |
    skip to footer | jump to content | back to top | top | go to top | back | menu | main menu |
    toggle navigation | toggle menu | open menu | close menu | close | search | search for | show search |
    submit search | search query | open search | log in | login | log out | logout | sign in | sign out |
    sign up | sign up now | register | my account | subscribe | subscribe now | subscribe sign in |
    subscribesign in | subscriptions | unsubscribe | newsletter | newsletters | sign up for our newsletter |
    subscribe to our newsletter | get our newsletter | daily newsletter | email newsletter |
    enter your email | email address | your email address | thank you for subscribing |
    please enter a valid email address | email required | follow us | follow us on twitter |
    follow us on facebook | like us on facebook | follow | connect with us | find us on facebook |
    join us on facebook | stay connected | join the conversation | get the app | download our app |
    download the app | contact us | contact | about us | about | advertise with us | advertise |
    terms of use | terms of service | terms and conditions | terms conditions | privacy policy | privacy |
    cookie policy | cookies policy | cookie settings | cookie preferences | accept cookies |
    accept all cookies | accept all | accept | manage cookies | reject all | i accept | got it | i agree |
    do not sell my personal information | california privacy rights | accessibility | accessibility help |
    site map | sitemap | careers | jobs | help | help center | faq | faqs | feedback | customer service |
    report a typo | report an error | report a mistake | corrections | legal | disclaimer | imprint |
    all rights reserved | copyright | listen to this article | listen | audio | listen to article |
    text size | font size | a a | a a a | post a comment | add a comment | add comment | write a comment |
    be the first to comment | no comments | no comments yet | reply | report | report abuse | like |
    dislike | cancel reply | leave a comment | leave a reply | tags | topics | filed under |
    post navigation | loading | loading... | please wait | this slideshow requires javascript |
    javascript is disabled | play video | play | pause | mute | unmute | volume | fullscreen | replay |
    now playing | up next | video unavailable | click to play | tap to unmute |
    media playback is unsupported on your device | image | enlarge image | slideshow | start slideshow |
    view slideshow | open gallery | view photos | hide caption | toggle caption | enlarge this image |
    image copyright | image caption | media caption | breaking news | live tv | watch live | edition |
    change edition | home | homepage | # min read | # minute read | # minutes read | # min | # comments |
    # comment | comments # | comments | comment | # views | views # | total views # | views | # likes |
    # replies | # shares # | shares # | # reactions | # retweets | sources | originally published |
    make a donation | donate | donate now | support us | become a member | buy now |
    this article is more than # years old | this article is more than # year old | reading time # minutes |
    إعلان | اعلان | إعلانات | مشاركة | شارك | شارك الخبر | شارك المقال | شارك هذا المقال |
    شارك هذا الموضوع | شارك على فيسبوك | شارك على تويتر | شاركها | مشاركة الخبر | غرد | تغريد | فيسبوك |
    فيس بوك | تويتر | واتساب | واتس اب | تلغرام | تلجرام | تيليجرام | تليغرام | انستغرام | انستقرام |
    يوتيوب | لينكد إن | لينكدإن | بينتريست | سناب شات | ماسنجر | فايبر | إرسال | طباعة | اطبع | نسخ الرابط |
    انسخ الرابط | البريد الإلكتروني | إرسال بالبريد | اقرأ المزيد | إقرأ المزيد | المزيد | قراءة المزيد |
    عرض المزيد | تابعنا | تابعونا | تابعنا على | تابعونا على | اشترك | اشترك الآن |
    اشترك في النشرة البريدية | النشرة البريدية | القائمة البريدية | النشرة الإخبارية | الرئيسية |
    الصفحة الرئيسية | القائمة | بحث | ابحث | تسجيل الدخول | تسجيل | اتصل بنا | من نحن | عن الموقع |
    سياسة الخصوصية | شروط الاستخدام | الشروط والأحكام | اتفاقية الاستخدام | أعلن معنا | خريطة الموقع |
    وظائف | جميع الحقوق محفوظة | كل الحقوق محفوظة | عاجل | الوسوم | كلمات دلالية | الكلمات الدلالية | وسوم |
    التعليقات | تعليقات | # تعليقات | # تعليق | لا تعليقات | لا توجد تعليقات | أضف تعليق | أضف تعليقا |
    اترك تعليقا | اترك رد | اترك تعليقاً | علق | عدد المشاهدات # | عدد القراءات # | المشاهدات # | # مشاهدة |
    مشاهدات # | عدد الزيارات # | حجم الخط | استمع | تخطى إلى المحتوى | انتقل إلى المحتوى | إغلاق | أغلق |
    حفظ | موافق | قبول | للأعلى | العودة للأعلى | بث مباشر | البث المباشر |
    ڕیکلام | ریکلام | بڵاوکردنەوە | بەشداری پێبکە | هاوبەشی پێکردن | بڵاویبکەرەوە | شەیر | شێر بکە |
    هاوبەشی بکە | تویت | فەیسبووک | فەیسبوک | تویتەر | واتسئاپ | تێلێگرام | تیلیگرام | ئینستاگرام | یوتیوب |
    چاپکردن | پرنت | کۆپی لینک | زیاتر | زیاتر بخوێنەوە | زیاتر ببینە | درێژەی هەواڵ | سەرەتا | سەرەکی |
    پەڕەی سەرەکی | گەڕان | بگەڕێ | پەیوەندی | پەیوەندیمان پێوە بکە | دەربارەی ئێمە | دەربارە | ئێمە کێین |
    فۆڵۆومان بکە | هەموو مافەکان پارێزراوە | هەموو مافێک پارێزراوە | کۆمێنت | کۆمێنتەکان | لێدوان |
    لێدوانەکان | لێدوانێک بنووسە | کۆمێنت بنووسە | بەشداری | کۆی گشتی | نامەی هەواڵ | تۆمارکردن |
    چوونەژوورەوە | # بینین | بینین # | تاگەکان | پەخشی ڕاستەوخۆ | پەخشی راستەوخۆ |
    parve bike | reklam | pêvek | şîrove | zêdetir bixwîne | zêdetir | têkilî | serrûpel | bigere |
    çap bike |
    تبلیغات | آگهی | اشتراک گذاری | به اشتراک بگذارید | به اشتراک گذاری | اشتراک‌گذاری | ارسال به دوستان |
    چاپ | نسخه چاپی | لینک کوتاه | کپی لینک | تلگرام | اینستاگرام | توییتر | فیس‌بوک | فیسبوک | واتس‌اپ |
    ادامه مطلب | بیشتر بخوانید | بیشتر | صفحه اصلی | صفحه نخست | خانه | جستجو | تماس با ما | درباره ما |
    ورود | ثبت نام | عضویت | خبرنامه | کلیه حقوق محفوظ است | تمامی حقوق محفوظ است | نظرات | نظر شما |
    ارسال نظر | نظرات بینندگان | برچسب ها | برچسب‌ها | پیوندها | آرشیو | کد خبر # | # نظر | انتهای پیام |
    پایان پیام | بازدید # |
    publicité | annonce | partager | partager cet article | partager sur facebook | partager sur twitter |
    tweeter | imprimer | envoyer | envoyer par email | copier le lien | lire la suite | lire plus |
    voir plus | en savoir plus | accueil | rechercher | recherche | se connecter | connexion | s'abonner |
    je m'abonne | abonnez vous | inscription | s'inscrire | newsletters | suivez nous | nous suivre |
    contactez nous | nous contacter | mentions légales | politique de confidentialité |
    conditions générales | cgu | cgv | plan du site | gestion des cookies | accepter | tout accepter |
    tous droits réservés | commentaires | # commentaires | # commentaire | commenter |
    ajouter un commentaire | laisser un commentaire | réagir | retour en haut | aller au contenu |
    aller au contenu principal | mots clés | temps de lecture # min | la suite après cette publicité |
    la suite après la publicité | article réservé aux abonnés |
    zurück zur übersicht | anzeige | werbung | teilen | artikel teilen | auf facebook teilen | auf twitter teilen | twittern |
    drucken | artikel drucken | per e mail versenden | versenden | link kopieren | weiterlesen |
    mehr lesen | mehr | mehr anzeigen | mehr erfahren | startseite | suche | suchen | anmelden | einloggen |
    abmelden | registrieren | abonnieren | jetzt abonnieren | merken | folgen sie uns | folgen | kontakt |
    impressum | datenschutz | datenschutzerklärung | agb | nutzungsbedingungen | cookie einstellungen |
    akzeptieren | alle akzeptieren | alle rechte vorbehalten | kommentare | # kommentare | # kommentar |
    kommentieren | kommentar schreiben | nach oben | zum inhalt springen | zum hauptinhalt springen |
    schlagworte | zur startseite | lesezeit # min |
    publicidad | anuncio | compartir | compartir en facebook | compartir en twitter | comparte | tuitear |
    imprimir | enviar | enviar por correo | enviar por email | copiar enlace | leer más | leer mas |
    ver más | más información | seguir leyendo | inicio | portada | buscar | iniciar sesión | identifícate |
    regístrate | suscríbete | suscribirse | suscripciones | boletín | síguenos | síguenos en | contacto |
    contáctenos | aviso legal | política de privacidad | política de cookies | términos y condiciones |
    quiénes somos | mapa web | aceptar | todos los derechos reservados | comentarios | # comentarios |
    # comentario | comentar | deja un comentario | volver arriba | ir al contenido | etiquetas |
    archivado en`,
  /** The beginning of a short line, wherever it stands. */
  opening: `
    read more | read also | also read | read next | see also | click here to | click here for |
    sign up for | sign up to | sign up now | subscribe to | subscribe for | follow us on | follow us at |
    like us on | join us on | share this | share all sharing options for | click to share | share on |
    copyright # | copyright © | copyright c # | © copyright | all rights reserved | # all rights reserved |
    this site uses cookies | we use cookies | this website uses cookies | by using this site |
    by continuing to use | by signing up | by subscribing | by clicking | by registering | filed under |
    posted in | tags | more from | more on this | more on this story |
    listen to this | download the | download our | get the app | get our app |
    view all | see all | view comments | show comments | this article is related to |
    this article was originally published on | skip to | jump to | please enable javascript |
    javascript must be | advertisement | find out more about our | receive the latest | get the latest |
    get breaking news | stay up to date with our | sign in to | log in to | login to |
    please log in | you must be logged in | already a subscriber | not a subscriber |
    to read the full story | your email address will not | required fields are marked | powered by |
    website by | designed by | estimated reading time | reading time | total views | next up in |
    recommended for you | you might also like | you may also like | previous post | next post |
    previous article | next article | previous story | next story | photo gallery |
    this content is | about advertise | privacy policy | home about |
    support our journalism | order reprints | اقرأ أيضا | إقرأ أيضا | اقرأ ايضا | اقرأ المزيد | المزيد من |
    لقراءة المزيد | شاهد أيضا | شاهد ايضا | طالع أيضا | للمزيد من الأخبار | جميع الحقوق محفوظة |
    حقوق النشر | حقوق الطبع | تابعوا آخر | تابع آخر | لمتابعة آخر | تابعونا على | تابعنا على | اشترك في |
    حمل تطبيق | حملوا تطبيق | انضم إلى | انضموا إلى | يستخدم هذا الموقع | نستخدم ملفات | عدد المشاهدات |
    عدد القراءات | رابط مختصر | الرابط المختصر | بێینەوە | زیاتر بخوێنەوە | هەموو مافەکان | هەموو مافێک |
    بۆ هەواڵی زیاتر | ئەپی | هەروەها بخوێنەوە | بابەتی پێشوو | بابەتی داهاتوو | بیشتر بخوانید |
    همچنین بخوانید | کلیه حقوق | تمامی حقوق | کد خبر | لینک کوتاه | انتهای پیام | پایان پیام | برچسب |
    lire aussi | à lire aussi | a lire aussi | lire également | voir aussi | abonnez vous à |
    inscrivez vous | tous droits réservés | suivez nous sur | ce site utilise | nous utilisons des cookies |
    en poursuivant votre | lesen sie auch | mehr zum thema | lesen sie mehr | alle rechte |
    folgen sie uns auf | diese website verwendet | wir verwenden cookies | newsletter abonnieren |
    lea también | lee también | te puede interesar | más sobre | suscríbete a | síguenos en |
    este sitio utiliza | utilizamos cookies | todos los derechos`,
  /** The whole line, at the edges of a page or beside other furniture: elsewhere these words are the article's. */
  edge: `
    # | # k | # # | k | total | total # | all | news | world | politics | business | economy | sport |
    sports | culture | opinion | opinions | entertainment | technology | tech | science | health |
    lifestyle | travel | video | videos | photos | photo | pictures | gallery | galleries | live | latest |
    latest news | breaking | podcast | podcasts | features | analysis | interview | interviews | reports |
    local | middle east | international | national | weather | archive | archives | english | arabic |
    kurdish | sections | next | previous | prev | older | newer | first | last | page # | page # of # |
    # of # | #/# | author | biography | source | by | on | in | at | and | or | via | ok | yes | no | x |
    email | mail | views | language | languages | العربية | كوردى | کوردی | كردي | فارسی | français |
    deutsch | español | türkçe | русский | kurdî | بادینی | سۆرانی | أخبار | الأخبار | اخبار | سياسة |
    اقتصاد | رياضة | ثقافة | منوعات | محليات | العالم | فن | تكنولوجيا | صحة | آراء | مقالات | رأي |
    تقارير | فيديو | صور | بودكاست | المجموع | الإجمالي | التالي | السابق | المصدر | العراق | كردستان |
    هەواڵ | هەواڵەکان | سیاسی | سیاسەت | ئابووری | وەرزش | جیهان | کوردستان | عێراق | تەندروستی | کولتوور |
    ڤیدیۆ | ڤیدیۆکان | وێنە | ڕاپۆرت | راپۆرت | گشتی | کۆ | اقتصادی | ورزشی | فرهنگی | اجتماعی | بین الملل |
    عکس | فیلم | ویدئو | actualités | monde | politique | économie | société | vidéos | suivant |
    précédent | politik | wirtschaft | kultur | wissen | panorama | meinung | weiter | zurück | gesamt |
    mundo | política | economía | deportes | cultura | sociedad | opinión | siguiente | anterior | vídeos`,
  /** The whole line; the headline of a neighbouring article follows. */
  neighbour: `
    previous article | next article | previous post | next post | previous story | next story |
    previous news | next news | prev post | prev article | المقال السابق | المقال التالي | المقالة السابقة |
    المقالة التالية | الخبر السابق | الخبر التالي | الموضوع السابق | الموضوع التالي | بابەتی پێشوو |
    بابەتی داهاتوو | هەواڵی پێشوو | هەواڵی داهاتوو | هەواڵی دواتر | بابەتی دواتر | پێشووتر | دواتر |
    خبر قبلی | خبر بعدی | مطلب قبلی | مطلب بعدی | nûçeya berê | nûçeya din | gotara berê | gotara din |
    article précédent | article suivant | vorheriger artikel | nächster artikel | voriger artikel |
    vorheriger beitrag | nächster beitrag | artículo anterior | artículo siguiente | siguiente artículo |
    noticia anterior | siguiente noticia | entrada anterior | entrada siguiente`,
  /** The whole line; headlines of other articles follow. */
  list: `
    related | related posts | related post | related articles | related article | related stories |
    related story | related news | related content | related topics | related links | related coverage |
    related items | related videos | see also | read also | also read | read more | read next |
    more stories | more news | more articles | more on this story | more from this author | more like this |
    most read | most popular | most viewed | most shared | most commented | most recent | popular |
    popular posts | popular news | popular stories | trending | trending now | trending stories |
    editors picks | editor's picks | editor's choice | recommended | recommended for you |
    recommended stories | recommended articles | you may also like | you might also like | you might like |
    you may like | may we suggest | don't miss | must read | top stories | top news | latest news |
    latest stories | latest articles | latest posts | the latest | recent posts | recent news |
    recent articles | other news | other stories | more from us | from the web | around the web |
    promoted stories | story timeline | in this story | featured | featured stories |
    in case you missed it | what to read next | up next | more in news | more headlines | headlines |
    keep reading | news in pictures | in pictures | most popular videos | most popular articles |
    our picks | elsewhere on the web | read this next | more coverage | more top stories |
    today's top stories | top videos | sponsored stories | sponsored links | breaking news |
    مقالات ذات صلة | أخبار ذات صلة | اخبار ذات صلة | مواضيع ذات صلة | موضوعات ذات صلة | مواد ذات صلة |
    ذات صلة | اقرأ أيضا | إقرأ أيضا | اقرأ ايضا | شاهد أيضا | الأكثر قراءة | الأكثر مشاهدة | الأكثر شعبية |
    الأكثر تداولا | أخبار متعلقة | مواضيع متعلقة | مقالات مشابهة | قد يهمك | قد يعجبك | قد يهمك أيضا |
    قد يعجبك أيضا | أحدث الأخبار | آخر الأخبار | اخر الاخبار | المزيد من الأخبار | مختارات |
    الأخبار ذات الصلة | المقالات ذات الصلة | مقالات أخرى | أخبار أخرى | بابەتی پەیوەندیدار |
    بابەتە پەیوەندیدارەکان | هەواڵی پەیوەندیدار | هەواڵە پەیوەندیدارەکان | بابەتی هاوشێوە |
    بابەتە هاوشێوەکان | هەواڵی هاوشێوە | زۆرترین خوێنراو | زۆرترین بینراو | پڕخوێنەرترین | دوایین هەواڵ |
    دوایین هەواڵەکان | نوێترین هەواڵ | نوێترین هەواڵەکان | هەواڵی تر | بابەتی تر | هەروەها بخوێنەوە |
    پەیوەندیدار | هەواڵی دیکە | مطالب مرتبط | اخبار مرتبط | خبرهای مرتبط | پربازدیدترین | پربازدیدها |
    پربیننده ترین | آخرین اخبار | تازه ترین اخبار | بیشتر بخوانید | همچنین بخوانید | پیشنهاد ما |
    nûçeyên têkildar | nûçeyên din | articles liés | articles similaires | sur le même sujet |
    à lire aussi | lire aussi | les plus lus | les plus lues | dernières actualités | à la une |
    à ne pas manquer | voir aussi | articles connexes | vous aimerez aussi | les plus populaires |
    ähnliche artikel | verwandte artikel | mehr zum thema | das könnte sie auch interessieren |
    auch interessant | meistgelesen | meistgelesene artikel | lesen sie auch | neueste artikel |
    weitere artikel | neueste nachrichten | zum thema | verwandte themen | artículos relacionados |
    noticias relacionadas | relacionados | lo más leído | lo más visto | más leídas | más noticias |
    te puede interesar | también te puede interesar | últimas noticias | temas relacionados | lea también |
    ver también`,
  /** The whole line; what follows is not the article any more. */
  end: `
    comments | # comments | # comment | comments # | view comments | leave a comment | leave a reply |
    post a comment | add a comment | join the discussion | join the conversation | user comments |
    readers comments | reader comments | discussion | conversation | # responses | # responses to |
    # thoughts on | write a comment | tell us what you think | have your say | what do you think |
    التعليقات | # تعليقات | # تعليق | أضف تعليق | أضف تعليقا | اترك تعليقا | اترك رد | اكتب تعليق |
    لا توجد تعليقات | شاركنا رأيك | کۆمێنت | کۆمێنتەکان | لێدوانەکان | لێدوانێک بنووسە | کۆمێنت بنووسە |
    نظرات | نظرات بینندگان | ارسال نظر | نظر شما | دیدگاه ها | دیدگاهها | commentaires | # commentaires |
    laisser un commentaire | ajouter un commentaire | réagir | kommentare | # kommentare |
    kommentar schreiben | schreiben sie einen kommentar | comentarios | # comentarios | deja un comentario |
    deja una respuesta | post navigation | about the author | about author`,
  /** The beginning of a short line; what follows is not the article any more. */
  endOpening: `
    # responses to | # thoughts on | # replies to | # comments on | # comments | permalink # comments | comments are closed |
    leave a comment | leave a reply | join the conversation | التعليقات | اترك تعليقا | laisser un commentaire |
    schreiben sie einen kommentar | deja un comentario | deixe um comentario | deixe uma resposta`,
  /** The beginning of a line of any length. */
  notice: `
    this website uses cookies | this site uses cookies | we use cookies | we and our partners | necessary cookies are |
    any cookies that may not be | by continuing to use | by continuing to browse | by using our site |
    your email address will not be published | please enable javascript | you need to enable javascript |
    to use this site please enable | this page is no longer updated | by clicking accept | by clicking i agree |
    by signing up you agree | all rights reserved | get unlimited access | already a subscriber | you have reached your limit |
    the information contained in | reproduction in whole or in part | this material may not be published |
    a version of this article appears in print | a version of this article appeared in print | a version of this story appeared |
    this copy is for your personal non commercial use only | to order presentation ready copies | our standards the thomson reuters trust |
    this story has been published from a wire | this story has not been edited by | this article was produced with the assistance of |
    click to email this to a friend | click to print | click to share | want more stories like this |
    يستخدم هذا الموقع ملفات | نستخدم ملفات تعريف | باستخدامك لهذا الموقع | بمتابعة تصفح | ئەم ماڵپەڕە کوکی |
    این وب سایت از کوکی | ce site utilise des cookies | nous utilisons des cookies | diese website verwendet cookies |
    wir verwenden cookies | este sitio utiliza cookies | utilizamos cookies | este site usa cookies`,
} as const;
