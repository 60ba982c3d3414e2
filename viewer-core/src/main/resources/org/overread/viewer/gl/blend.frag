// Colours over pixels of premultiplied alpha, in whole numbers of 0 to 255: products of two are divided by 255 and
// rounded to the nearest, as the processor does.
out vec4 pixel;

const int OVER = 0;
const int ADD = 1;

uvec4 soFar(sampler2D picture) {
    return uvec4(texelFetch(picture, ivec2(gl_FragCoord.xy), 0) * 255.0 + 0.5);
}

vec4 asPixel(uvec4 whole) {
    return vec4(whole) / 255.0;
}

uvec4 over(uvec4 under, uvec3 rgb, uint alpha) {
    return (uvec4(rgb, 255u) * alpha + under * (255u - alpha) + 127u) / 255u;
}

uvec4 blended(int how, uvec4 under, uvec3 rgb, uint alpha) {
    if (how == OVER) {
        return over(under, rgb, alpha);
    }
    if (how == ADD) {
        uint a = (alpha * 255u + under.a * (255u - alpha) + 127u) / 255u;
        return uvec4(min(uvec3(a), under.rgb + (rgb * alpha + 127u) / 255u), a);
    }
    return over(under, max(under.rgb, rgb), alpha);
}

