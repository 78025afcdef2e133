// How a line is drawn: a strip as wide as its size from dot to dot, with gaps where it is dashed.
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import type { LineData, NodeData } from "./build";

const VERTEX = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_dash;
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_screen;
uniform float u_zoom;
uniform float u_least;
varying vec4 v_color;
varying float v_along;
varying float v_dash;

void main() {
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy * u_screen;
  vec2 to = (u_matrix * vec3(a_to, 1.0)).xy * u_screen;
  vec2 way = to - from;
  float distance = max(length(way), 0.001);
  vec2 side = vec2(-way.y, way.x) / distance;
  float half_width = max(a_width / u_zoom, u_least) * 0.5;
  vec2 place = mix(from, to, a_corner.x) + side * a_corner.y * half_width;
  gl_Position = vec4(place / u_screen, 0.0, 1.0);
  v_along = a_corner.x * distance;
  v_dash = a_dash;
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_along;
varying float v_dash;

void main() {
#ifndef PICKING_MODE
  if (v_dash > 0.5 && mod(v_along, 11.0) > 6.5) discard;
#endif
  gl_FragColor = v_color;
}
`;

const UNIFORMS = ["u_matrix", "u_screen", "u_zoom", "u_least"] as const;
type Uniform = (typeof UNIFORMS)[number];

abstract class Line extends EdgeProgram<Uniform, NodeData, LineData> {
  protected abstract readonly dash: number;

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
        { name: "a_dash", size: 1, type: FLOAT },
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
    array[at++] = source.x;
    array[at++] = source.y;
    array[at++] = target.x;
    array[at++] = target.y;
    array[at++] = data.size;
    array[at++] = this.dash;
    array[at++] = floatColor(data.color);
    array[at] = id;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    // Clip space goes from −1 to 1, so half the screen is its unit.
    gl.uniform2f(uniformLocations.u_screen, (params.width * params.pixelRatio) / 2, (params.height * params.pixelRatio) / 2);
    gl.uniform1f(uniformLocations.u_zoom, params.sizeRatio / params.pixelRatio);
    gl.uniform1f(uniformLocations.u_least, params.minEdgeThickness * params.pixelRatio);
  }
}

export class SolidLine extends Line {
  protected readonly dash = 0;
}

export class DashedLine extends Line {
  protected readonly dash = 1;
}
