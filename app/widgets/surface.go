package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// surface is an area with a hairline around it and rounded corners, for what others stand on. The
// toolkit's rectangle softens a hairline wherever its corners are round, and works out for each of its
// pixels where its shadow would fall: without a graphics processor the large areas of a page took a
// third of a frame.
type surface struct {
	widget.BaseWidget
	shader *canvas.Shader
	paint  func(*face)
}

// face is how a surface looks. Without an edge it has no hairline.
type face struct {
	fill, edge  color.Color
	top, bottom float32 // how much its corners are rounded
}

func newSurface(paint func(*face)) *surface {
	s := &surface{shader: canvas.NewShader("surface", []byte("#version 110\n"+surfaceShader), []byte("#version 100\nprecision highp float;\n"+surfaceShader)), paint: paint}
	s.shader.Uniforms = map[string]float32{}
	s.ExtendBaseWidget(s)
	s.update()
	return s
}

// surfaceShader draws a surface: d is how far a pixel lies outside of it, in pixels. The toolkit gives
// the size of the frame and of the surface in pixels, the latter from the top, as frame and bounds.
const surfaceShader = `
uniform vec2 frame;
uniform vec4 bounds;
uniform float wide, top, bottom, hairline;
uniform float fillR, fillG, fillB, fillA, edgeR, edgeG, edgeB, edgeA;

void main() {
	vec2 size = bounds.zw - bounds.xy;
	float scale = size.x / wide;
	vec2 p = gl_FragCoord.xy - vec2(bounds.x + bounds.z, 2.0 * frame.y - bounds.y - bounds.w) * 0.5;
	float radius = scale * mix(bottom, top, step(0.0, p.y));
	vec2 q = abs(p) - size * 0.5 + radius;
	float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
	float edge = floor(hairline * scale + 0.5);
	vec4 color = mix(vec4(fillR, fillG, fillB, fillA), vec4(edgeR, edgeG, edgeB, edgeA), clamp(d + edge + 0.5, 0.0, 1.0) * step(0.5, edge));
	gl_FragColor = vec4(color.rgb, color.a * clamp(0.5 - d, 0.0, 1.0));
}
`

// update hands what paint says to the shader.
func (s *surface) update() {
	g := face{fill: color.Transparent}
	s.paint(&g)
	u := s.shader.Uniforms
	u["wide"], u["top"], u["bottom"], u["hairline"] = max(s.Size().Width, 1), g.top, g.bottom, look.Hairline
	if g.edge == nil {
		g.edge, u["hairline"] = g.fill, 0
	}
	u["fillR"], u["fillG"], u["fillB"], u["fillA"] = shares(g.fill)
	u["edgeR"], u["edgeG"], u["edgeB"], u["edgeA"] = shares(g.edge)
}

// shares returns red, green, blue and opacity from 0 to 1.
func shares(c color.Color) (r, g, b, a float32) {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return float32(n.R) / 255, float32(n.G) / 255, float32(n.B) / 255, float32(n.A) / 255
}

// Ground returns a plain area of one colour, to lie behind other things.
func Ground(name fyne.ThemeColorName) fyne.CanvasObject {
	return newSurface(func(g *face) { g.fill = look.Color(name) })
}

// CreateRenderer is called by the toolkit.
func (s *surface) CreateRenderer() fyne.WidgetRenderer { return &surfaceRenderer{s} }

type surfaceRenderer struct{ s *surface }

func (r *surfaceRenderer) Destroy()                     {}
func (r *surfaceRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *surfaceRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.shader} }
func (r *surfaceRenderer) Layout(size fyne.Size)        { r.s.shader.Resize(size); r.s.update() }
func (r *surfaceRenderer) Refresh()                     { r.s.update(); r.s.shader.Refresh() }
