/**
 * What an ONNX file means before anything of it is worked out: values that are known by their numbers, nodes in an order in which they
 * can be computed, functions put in place, and attributes that later versions made inputs as inputs. It must not know shapes.
 */
package io.archmeter.onnx.model;
