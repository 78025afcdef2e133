// How a line is drawn: a strip as wide as its size from rim to rim, beside others between the same two, dashed where it is hostile,
// dotted or in short dashes where it is no fact, with a head where a tie leads to somebody.
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import type { LineData, NodeData } from "./build";
import { pace } from "./pace";

// Distances are in pixels of the screen. a_style holds flags: dashed 1, a head at the end 2, at the start 4, no fact 8. a_corner says
// of which part a corner is (the strip 0, the head at the end 1, that at the start 2), how far along, and to which side. Strip and heads
// are no larger than what is seen of them: without a graphics card every pixel costs.
const VERTEX = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_shift;
attribute vec2 a_rims;
attribute float a_style;
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec3 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_screen;
uniform float u_zoom;
uniform float u_least;
uniform float u_pixel;
varying vec4 v_color;
varying vec3 v_place;
// How often a dash comes, and how long it is.
varying vec2 v_dash;

void main() {
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy * u_screen;
  vec2 to = (u_matrix * vec3(a_to, 1.0)).xy * u_screen;
  vec2 way = to - from;
  float distance = max(length(way), 0.001);
  vec2 along = way / distance;
  vec2 side = vec2(-along.y, along.x);
  vec2 rims = a_rims / u_zoom;
  float half_width = max(a_width / u_zoom, u_least) * 0.5;
  float head = (half_width + 4.0 * u_pixel) * 2.0;
  float head_start = mod(a_style, 8.0) > 3.5 ? head : 0.0;
  float head_end = mod(a_style, 4.0) > 1.5 ? head : 0.0;
  float begin = rims.x + head_start;
  float end = max(begin, distance - rims.y - head_end);
#ifdef PICKING_MODE
  float reach = max(half_width, 2.5 * u_pixel);
  v_color = a_id;
#else
  float reach = half_width + 0.5;
  v_color = a_color;
#endif
  vec2 place = vec2(mix(begin, end, a_corner.y), reach * a_corner.z);
  v_place = vec3(place.x - begin, place.y, half_width);
  bool is_dashed = mod(a_style, 2.0) > 0.5;
  if (a_style > 7.5) v_dash = is_dashed ? vec2(12.0, 5.0) : vec2(5.0, 2.0);
  else v_dash = is_dashed ? vec2(11.0, 6.5) : vec2(1.0, 2.0);
  if (a_corner.x > 0.5) {
    bool is_end = a_corner.x < 1.5;
    float size = is_end ? head_end : head_start;
    float rim = a_corner.y * size;
    place = vec2(is_end ? distance - rims.y - rim : rims.x + rim, a_corner.z * size * 0.5);
    v_place = vec3(0.0, 0.0, half_width);
  }
  vec2 corner = from + along * place.x + side * (place.y + a_shift / u_zoom);
  gl_Position = vec4(corner / u_screen, 0.0, 1.0);
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
varying vec3 v_place;
varying vec2 v_dash;

void main() {
#ifdef PICKING_MODE
  gl_FragColor = v_color;
#else
  if (mod(v_place.x, v_dash.x * u_pixel) > v_dash.y * u_pixel) discard;
  gl_FragColor = v_color * clamp(v_place.z - abs(v_place.y) + 0.5, 0.0, 1.0);
#endif
}
`;

const UNIFORMS = ["u_matrix", "u_screen", "u_zoom", "u_least", "u_pixel"] as const;
type Uniform = (typeof UNIFORMS)[number];
/** Two triangles for the strip, and one for each head. */
const CORNERS: [part: number, along: number, side: number][] = [
  [0, 0, 1], [0, 0, -1], [0, 1, 1], [0, 1, 1], [0, 0, -1], [0, 1, -1],
  [1, 0, 0], [1, 1, 1], [1, 1, -1],
  [2, 0, 0], [2, 1, 1], [2, 1, -1],
];
/** A camera that has not moved for so many milliseconds is at rest. */
const REST = 100;
/** What the shaders need of a line beyond what Sigma itself knows. */
type Line = EdgeDisplayData & Pick<LineData, "isDashed" | "isFirm" | "shift" | "heads">;

export class LineProgram extends EdgeProgram<Uniform, NodeData, LineData> {
  private seen = "";
  private isMoving = false;
  private still: ReturnType<typeof setTimeout> | undefined;

  // What is under the pointer is drawn beside what is seen. While the camera moves nobody picks, so it waits until it rests.
  render(params: RenderParams) {
    const [seen, pickProgram] = [params.matrix.join(), this.pickProgram];
    this.isMoving = this.seen !== "" && this.seen !== seen;
    this.seen = seen;
    clearTimeout(this.still);
    if (this.isMoving) {
      this.pickProgram = null;
      this.still = setTimeout(() => this.renderer.scheduleRender(), REST);
      pace.watch();
    }
    super.render(params);
    this.pickProgram = pickProgram;
  }

  // The strongest lines come last.
  drawWebGL(method: number, { gl, frameBuffer }: ProgramInfo<Uniform>) {
    const lines = this.isMoving ? Math.ceil(this.capacity * pace.share) : this.capacity;
    gl.bindFramebuffer(gl.FRAMEBUFFER, frameBuffer);
    gl.drawArrays(method, (this.capacity - lines) * this.VERTICES, lines * this.VERTICES);
  }

  kill() {
    clearTimeout(this.still);
    super.kill();
  }

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;
    return {
      VERTICES: CORNERS.length,
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
        { name: "a_corner", size: 3, type: FLOAT },
      ],
    };
  }

  processVisibleItem(id: number, at: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData) {
    const { array } = this;
    const { isDashed, isFirm, shift, heads } = data as Line;
    const style = (isDashed ? 1 : 0) + (heads[1] ? 2 : 0) + (heads[0] ? 4 : 0) + (isFirm ? 0 : 8);
    const color = floatColor(data.color);
    for (const [part, along, side] of CORNERS) {
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = data.size;
      array[at++] = shift;
      array[at++] = source.size;
      array[at++] = target.size;
      array[at++] = style;
      array[at++] = color;
      array[at++] = id;
      array[at++] = part;
      array[at++] = along;
      array[at++] = side;
    }
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
