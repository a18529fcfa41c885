import type { CannedReply } from '#contract/canned-replies';

/** Starts for an admin's message, as a whole letter each: the mail adds no greeting of its own. */
export const CANNED_REPLIES: readonly CannedReply[] = [
  {
    id: 'approve-welcome',
    action: 'approve',
    title: { en: 'Welcome', ar: 'ترحيب' },
    body: {
      en: 'Dear {contactName},\n\nGood news: {placeName} is now a partner of Moien Delivery. Within two working days a colleague will call you to set up your menu, your opening hours and your first delivery together.\n\nWe look forward to bringing your dishes to {city}.\n\nKind regards\nYour Moien Delivery team',
      ar: 'السيد/السيدة {contactName}،\n\nيسعدنا إبلاغكم بقبول طلب {placeName} وبدء شراكتكم مع «موين ديليفري». سيتصل بكم أحد زملائنا خلال يومي عمل لإعداد قائمة الطعام وأوقات العمل وأول عملية توصيل معًا.\n\nنتطلع إلى إيصال أطباقكم إلى سكان {city}.\n\nمع أطيب التحيات\nفريق «موين ديليفري»',
    },
  },
  {
    id: 'approve-contract',
    action: 'approve',
    title: { en: 'Welcome, contract to follow', ar: 'ترحيب، والعقد يتبع' },
    body: {
      en: 'Dear {contactName},\n\nThank you for your patience. We have checked the details of {placeName} and approved your request. You will receive the partner contract by email; once you have signed it, your place appears in the app.\n\nKind regards\nYour Moien Delivery team',
      ar: 'السيد/السيدة {contactName}،\n\nنشكركم على صبركم. راجعنا بيانات {placeName} ووافقنا على طلبكم. سيصلكم عقد الشراكة بالبريد الإلكتروني، وبعد توقيعه ستظهر منشأتكم في التطبيق.\n\nمع أطيب التحيات\nفريق «موين ديليفري»',
    },
  },
  {
    id: 'details-permit',
    action: 'request-details',
    title: { en: 'Business permit missing', ar: 'الرخصة التجارية ناقصة' },
    body: {
      en: 'Dear {contactName},\n\nThank you for your interest in Moien Delivery. To continue with the request of {placeName} we need the number of your business permit and the name it was issued to.\n\nPlease answer with the code below; your request keeps its place in the queue.\n\nKind regards\nYour Moien Delivery team',
      ar: 'السيد/السيدة {contactName}،\n\nنشكركم على اهتمامكم بـ«موين ديليفري». لمتابعة طلب {placeName} نحتاج إلى رقم الرخصة التجارية والاسم الصادرة به.\n\nيُرجى الرد باستخدام الرمز أدناه، وسيحتفظ طلبكم بدوره.\n\nمع أطيب التحيات\nفريق «موين ديليفري»',
    },
  },
  {
    id: 'details-address',
    action: 'request-details',
    title: { en: 'Address or opening hours unclear', ar: 'العنوان أو أوقات العمل غير واضحة' },
    body: {
      en: 'Dear {contactName},\n\nBefore we decide about {placeName} we would like to be sure that our couriers find you. Please send us the exact address in {city}, with the entrance for pick-ups, and your opening hours for each day of the week.\n\nKind regards\nYour Moien Delivery team',
      ar: 'السيد/السيدة {contactName}،\n\nقبل البتّ في طلب {placeName} نودّ التأكد من أن مندوبي التوصيل سيجدونكم بسهولة. يُرجى إرسال العنوان الدقيق في {city} مع المدخل المخصّص للمندوبين، وأوقات العمل لكل يوم من أيام الأسبوع.\n\nمع أطيب التحيات\nفريق «موين ديليفري»',
    },
  },
  {
    id: 'details-photo',
    action: 'request-details',
    title: { en: 'Better photo needed', ar: 'نحتاج إلى صورة أفضل' },
    body: {
      en: 'Dear {contactName},\n\nThe request of {placeName} is almost complete. What is missing is a bright, sharp photo of your place or of a dish you are proud of, at least 1200 pixels wide.\n\nKind regards\nYour Moien Delivery team',
      ar: 'السيد/السيدة {contactName}،\n\nطلب {placeName} شبه مكتمل. ما ينقصه صورة واضحة جيدة الإضاءة لمنشأتكم أو لطبق تعتزون به، بعرض لا يقل عن ١٢٠٠ بكسل.\n\nمع أطيب التحيات\nفريق «موين ديليفري»',
    },
  },
  {
    id: 'reject-area',
    action: 'reject',
    title: { en: 'Outside our delivery area', ar: 'خارج نطاق التوصيل' },
    body: {
      en: 'Dear {contactName},\n\nThank you for suggesting {placeName}. At present our couriers do not reach your part of {city}, so we cannot accept your request. We have noted your interest and will write to you as soon as that changes.\n\nKind regards\nYour Moien Delivery team',
      ar: 'السيد/السيدة {contactName}،\n\nنشكركم على اقتراح {placeName}. لا يصل مندوبونا حاليًا إلى منطقتكم في {city}، لذا يتعذر علينا قبول طلبكم. سجّلنا اهتمامكم وسنكتب إليكم فور تغيّر ذلك.\n\nمع أطيب التحيات\nفريق «موين ديليفري»',
    },
  },
  {
    id: 'reject-requirements',
    action: 'reject',
    title: { en: 'Requirements not met', ar: 'الشروط غير مستوفاة' },
    body: {
      en: 'Dear {contactName},\n\nWe have looked at the request of {placeName} with care. It does not meet our requirements for food businesses at this time, so we cannot accept it. You are welcome to apply again once you hold a valid business permit and hygiene certificate.\n\nKind regards\nYour Moien Delivery team',
      ar: 'السيد/السيدة {contactName}،\n\nدرسنا طلب {placeName} بعناية، وهو لا يستوفي حاليًا شروطنا الخاصة بالمنشآت الغذائية، لذا يتعذر علينا قبوله. يسعدنا أن تتقدموا من جديد عند حصولكم على رخصة تجارية وشهادة صحية ساريتين.\n\nمع أطيب التحيات\nفريق «موين ديليفري»',
    },
  },
];
