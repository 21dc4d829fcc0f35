import type { DetectWeights } from './detect.ts';

/** Written by training/detect.ts; not to be edited. */
export const DETECT_WEIGHTS: DetectWeights = {
  article: {
    base: 0.0900676,
    unit: 0.00159336,
    code: 'Dj+ABj+AFT6a/4EYPd3/hP/6/2r/Zg4/gBNBIABAoP+L/wP/JRFCGP8l/3cSQSAAQKD/m/8kEUIoAEBA/+T/Rv9tDj+ABj+AAUHY/6X/Hf9bAECA/xz/aRJBIBFCIP+h/xUKP4AOP4D/Gv9d/6wSQSAGP4D/s/9SJz+AFT5y/wT/Vf/LDj+AEkEo/7D/Byk/gCM+v/+6/yj/Vg4/gAY/gBRDQ/+j/+D/VBFCGP8L/1QSQSANP4D/uf9UCT+ACj+A/0L/uP+PAECAKT+AFEOD/6r/4v8lCT+A/0//mhNA4A0/gCo/gP/C/yr/SAo/gP89/7IRQgQGP4D/yf9HE0EwCz+A//r/Xv9TEUHgBj+A/8b/Sgk/gCQ/gP8I/1D/oCo/gAFB2Cg/gAs/gP/J/0v/Qf87/0QSQRsoP4D/yf9MBj+AED+A//f/Sv9WEkEfCz+AKj+A/8D/Jf9WCT+A/yr/oik/gAFB8BRDZ/+6//n/QAk/gP89/6AAQIANP4ARQZj/w//z/0UJP4D/PP+sEkEXDT+A/8r/OhA/gAY/gP/3/03/SA4/gBJBB/+5Ij8F/9orP4D/L/+8/yIAQIApP4D/1Cs/gP8l/70cP4D/P/8AEUIoFENn/9AVPhX/4/8dFT7z/xL/Sik/gABAwA0/gP/U/zr/LBU+zP8J/0kkP4AGP4ANP4D/1v89/zAkQaD/L//fBj+ADz+AKD+AFT7q/9X/Bv8q/0P/SAQ/gAk/gBtAlis/gP8k/8j/wP+x/7MqP4ABQdgoP4ASQTT/zf8B/yn/Kv80Iz89/9QmP8IJP4D/Lv/BBj+A/9b/PQY/gA0/gBRDZ//VBD+A/wv/vP82/z8qP4ALP4ABQYj/3RtAQv8g/8P/SP8yBj+AEkEH/8oaP8cKP4D/LP+5/+7/QxJBB//RGj/H/ykSQTD/5ik/gP/4/z8QP4AmP8IjP1H/0wk/gP8k/7n/1f8yBj+AKj+AKD+AFT2u/8P/8f8m/yX/PgQ/gBRCt//IJz+AKz+A/xn/2f/b/7oUQ0j/5Ak/gCc/gABAAP8C/y//zP/EEUJkEkEC/8MrP4AjPz3/3v8R/8n/MBtAliY/wiM+v//j/x4VPsT/zP8L/78NP4ASQQT/xxtApys/gP8Q/9b/u/85CT+AAEDAAz+AH0BW/+L/A/8p/zP/wQQ/gB9AVhk+kP8Y/90aQI7/Jf/w/7gRQmQqP4ABQRD/3f8EFT4M/+P/Nf8rIj8NDz+AKj+A/+D/GP81Hz+c//P/JgQ/gCI/BQs/gP/s/0ISQQT/zv8i/78EP4AmQAYKP4AJP4D/H//E/8j/4/++BD+AIz9R/+QrP4AlQUD/Hv/S/9P/wBA/gAY/gCs/gCVBQP/8/7f/w/8y/ygmP8IVPa7/4yc/gBk++P8n//f/5P/iKj+AHz+c/90ePyT/9R5Alv8t/+j/JyY/whFCDBNBiP8A/88cQNv/KP/Q/+EbQKcVPtscPp3/B//XKT+A/wn/RP/IKD+AEkEC/9AbQEIgP6T/5/8U/93/NQY/gCY/wiM/Pf/hID+k/+b/Gv/e/y4HP4AEP4ArP4AjP5X/+P8h/9j/yP/DDz+AFENn/+YiPg//6Ss/gP8c/+H/NRU9rv/XIj8tHkAT/+//JBg83f/m/yoNP4AZPpAiPx3/8hk+Ov/z/0//7P8nAUJgKT+AGz+o//3/2SVAgP8h/87/PCU/gBk+3v8CE0FA/9X/GiVAQP9J/+sRQeAAQED/3htAMP8u/9IiPwX//P8mBz+AH0CLFj60Gz/T/yH/3P/X/xT/yQk/gCk/gBRDQ//b/wQVPgz/+P8u/78LP4AbQKclQUAlP4D//f8u/8f/zf9ABj+ADT+AAUEwFT8u/+H/IP8I/yn/NRU9rv/cDT+AJD+A//MfQK7/+v84/zUNP4AjPz3/6CY/wic/gP8X/8v/7f8tHj8nH0FyGT6TDj+A/+3/Ov/j/x3/FSo/gBFClv/4/zAgQEL/PCBAlP/R/yMEP4AcPvoePychQF3/1P8Q/zf/7f/OFT2u/98rP4AjPz3/7CNAvP8b/+n/2BU9rv/hKj+AIj8N/+0iQID/IP/F/ysCP4AVPa7/3R9AVh9ALf///73/Dv9BCT+AKT+AJT+A//H/Ixk+Ev/a/yL/ySVAgCU/gBA/gP/2Gz88/zz/8/85/9QHP4AEP4ArP4AfQHf//f8g/+X/0f/HH0HaED+AJUBAJT+A//T/O//R/x3/Lgc/gBA/gCVBQCs/gP8L/+D/yf8q/9ENP4AUQ0P/5Bk+3v8PEUIY/wX/zf8uAUEQHkATE0Gg/+X/F/8YG0BC/xz/6wc/gAFAoBU/Lv/r/y8gQMT/IP/x/9E=',
  },
  news: {
    base: 1.155,
    unit: 0.00254548,
    code: 'Cz+AIj6e/x4XQpD/gf8h/0caQCwXQUn/0P8vEkEb/yT/hws/gCI+nv8cGj+x//H/iv9ACz+AHj/1E0Fw/+n/of8l/z4iPyQPP4D/Bv8+H0Cb/6H/9iBApRpAd/8s/9gfQK7/sv/+Cz+AGj9V/xYeQCH/vP8X/zoXQcMeP4gCP4D/tP8e/wn/IRdBwx9Arv+/KT+A/8r/GP8jIj7JEUIg/9//NB9Arv/E/wcgQPYaP7H/Jv/2Ij5M/w//tx4/9SI+qhFByP/P/yL/1/8tCz+AJEDgAz+A/9b/Hf8p/zILP4AAQUAaPpL/EP/V/zT/LSk/gAM/gP+3/x0TQhD/Hv/gDz+AGkBS/wESQQ//If+6/yQ=',
  },
};

/** What each feature is on a usual page. */
export const USUAL: readonly number[] = [
  4, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 34, 11, 6, 270, 0.35, 0.34, 27, 0.55, 0.35, 1.7, 0.4, 0,
  0, 0, 4.9, 3.6, 9.9, 0.49, 2.2, 0, 0, 0.68, 0, 0, 0, 0, 0,
];
