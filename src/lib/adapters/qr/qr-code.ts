// QR codes by the qrcode package, which is fetched when the first one is drawn.
import type { QrCodes } from '../../ports';

/** QR codes at level M: a camera may misread about a seventh of the picture. */
export const qrCodes: QrCodes = {
  modules: async (text) => {
    const { create } = await import('qrcode');
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const places = Array.from({ length: modules.size }, (_, place) => place);
    return places.map((row) => places.map((column) => modules.get(row, column) === 1));
  },
};
