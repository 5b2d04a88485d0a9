// The parts of Phaser that the world draws with, for the built client in place of the whole library: images, cameras, scenes, textures and
// the WebGL renderer. Input, sound, loading, tweens, physics and every other kind of game object are not used (see game/world.ts).
// The names are those of the library's own entry, so the same code runs with all of Phaser in development.
// First: the renderer's modules ask for each other in a circle, which only closes when it is entered here.
import 'phaser/src/renderer/index.js';
import Game from 'phaser/src/core/Game.js';
import 'phaser/src/cameras/2d/CameraManager.js';
import CONST from 'phaser/src/const.js';
import 'phaser/src/events/EventEmitter.js';
import 'phaser/src/gameobjects/DisplayList.js';
import 'phaser/src/gameobjects/GameObjectCreator.js';
import 'phaser/src/gameobjects/GameObjectFactory.js';
import Image from 'phaser/src/gameobjects/image/Image.js';
import 'phaser/src/gameobjects/image/ImageFactory.js';
import 'phaser/src/gameobjects/UpdateList.js';
import BlendModes from 'phaser/src/renderer/BlendModes.js';
import SCALE_MODES from 'phaser/src/scale/const/SCALE_MODE_CONST.js';
import events from 'phaser/src/scene/events/index.js';
import Scene from 'phaser/src/scene/Scene.js';
import 'phaser/src/scene/ScenePlugin.js';

export { BlendModes, Game, Scene };
export const { WEBGL } = CONST;
export const GameObjects = { Image };
export const Scale = SCALE_MODES;
export const Scenes = { Events: events };
