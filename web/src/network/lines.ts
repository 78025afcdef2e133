// How a line is drawn: a strip as wide as its size from rim to rim, beside others between the same two, dashed where it is hostile,
// with a head where a tie leads to somebody.
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import type { LineData, NodeData } from "./build";

// Distances are in pixels of the screen. a_style holds three flags: dashed 1, a head at the end 2, a head at the start 4.
const VERTEX = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_shift;
attribute vec2 a_rims;
attribute float a_style;
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_screen;
uniform float u_zoom;
uniform float u_least;
uniform float u_pixel;
varying vec4 v_color;
varying vec2 v_place;
varying vec3 v_line;
varying vec3 v_marks;
varying float v_half;

void main() {
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy * u_screen;
  vec2 to = (u_matrix * vec3(a_to, 1.0)).xy * u_screen;
  vec2 way = to - from;
  float distance = max(length(way), 0.001);
  vec2 along = way / distance;
  vec2 side = vec2(-along.y, along.x);
  v_half = max(a_width / u_zoom, u_least) * 0.5;
#ifdef PICKING_MODE
  float reach = max(v_half, 4.0 * u_pixel);
#else
  float reach = v_half + 5.0 * u_pixel;
#endif
  float across = a_corner.y * reach;
  vec2 place = from + way * a_corner.x + side * (across + a_shift / u_zoom);
  gl_Position = vec4(place / u_screen, 0.0, 1.0);
  v_place = vec2(a_corner.x * distance, across);
  v_line = vec3(distance, a_rims / u_zoom);
  v_marks = vec3(mod(a_style, 2.0), floor(mod(a_style, 4.0) / 2.0), floor(a_style / 4.0));
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT = /* glsl */ `
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
uniform float u_pixel;
varying vec4 v_color;
varying vec2 v_place;
varying vec3 v_line;
varying vec3 v_marks;
varying float v_half;

void main() {
#ifdef PICKING_MODE
  gl_FragColor = v_color;
#else
  float from_start = v_place.x - v_line.y;
  float to_end = v_line.x - v_line.z - v_place.x;
  if (from_start < 0.0 || to_end < 0.0) discard;
  float head = (v_half + 4.0 * u_pixel) * 2.0;
  bool is_end = v_marks.y > 0.5 && to_end < head;
  bool is_start = v_marks.z > 0.5 && from_start < head;
  float half_width = is_end ? to_end * 0.5 : is_start ? from_start * 0.5 : v_half;
  if (!is_end && !is_start && v_marks.x > 0.5 && mod(from_start, 11.0 * u_pixel) > 6.5 * u_pixel) discard;
  float cover = clamp(half_width - abs(v_place.y) + 0.5, 0.0, 1.0);
  if (cover == 0.0) discard;
  gl_FragColor = v_color * cover;
#endif
}
`;

const UNIFORMS = ["u_matrix", "u_screen", "u_zoom", "u_least", "u_pixel"] as const;
type Uniform = (typeof UNIFORMS)[number];
/** What the shaders need of a line beyond what Sigma itself knows. */
type Line = EdgeDisplayData & Pick<LineData, "isDashed" | "shift" | "heads">;

export class LineProgram extends EdgeProgram<Uniform, NodeData, LineData> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: WebGLRenderingContext.TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_from", size: 2, type: FLOAT },
        { name: "a_to", size: 2, type: FLOAT },
        { name: "a_width", size: 1, type: FLOAT },
        { name: "a_shift", size: 1, type: FLOAT },
        { name: "a_rims", size: 2, type: FLOAT },
        { name: "a_style", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      // Two triangles: how far along, and to which side.
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]],
    };
  }

  processVisibleItem(id: number, at: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData) {
    const { array } = this;
    const { isDashed, shift, heads } = data as Line;
    array[at++] = source.x;
    array[at++] = source.y;
    array[at++] = target.x;
    array[at++] = target.y;
    array[at++] = data.size;
    array[at++] = shift;
    array[at++] = source.size;
    array[at++] = target.size;
    array[at++] = (isDashed ? 1 : 0) + (heads[1] ? 2 : 0) + (heads[0] ? 4 : 0);
    array[at++] = floatColor(data.color);
    array[at] = id;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    // Clip space goes from −1 to 1, so half the screen is its unit.
    gl.uniform2f(uniformLocations.u_screen, (params.width * params.pixelRatio) / 2, (params.height * params.pixelRatio) / 2);
    gl.uniform1f(uniformLocations.u_zoom, params.sizeRatio / params.pixelRatio);
    gl.uniform1f(uniformLocations.u_least, params.minEdgeThickness * params.pixelRatio);
    gl.uniform1f(uniformLocations.u_pixel, params.pixelRatio);
  }
}
