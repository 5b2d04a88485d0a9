import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import type { RequestHandler } from 'express';
import type { Game } from '../application/contract.ts';

/** An SVG document of a person whose picture is not among the client's files; null when it is. */
export type PictureOf = (person: Entrepreneur, happy: boolean) => string | null;

const FILE = /^([a-z0-9-]{1,80}?)(-happy)?\.svg$/;

/** `/generated/people/<id>.svg` of people that came after the client was built; everybody else's is a file of it. */
export function personPicture(game: Pick<Game, 'content'>, pictureOf: PictureOf): RequestHandler {
  return (request, response, next) => {
    const [, id, happy] = FILE.exec(String(request.params.file)) ?? [];
    const person = game.content.entrepreneurs.find((one) => one.id === id);
    const drawn = person === undefined ? null : pictureOf(person, happy !== undefined);
    if (drawn === null) return next();
    response.set('cache-control', 'no-cache').type('image/svg+xml').send(drawn);
  };
}
